package org.emcsettlement.settlement.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.event.StaticFactorFile;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.tariff.Tariff;
import org.immutables.value.Value;

/** Everything that was measured and recorded for one contract, parsed and identified. */
@LibraryStyle
@Value.Immutable
public interface Evidence {

  /** {@return readings by meter id} */
  Map<String, MeterReadings> meters();

  /** {@return daily temperatures by station id} */
  Map<String, DailyTemperature> weather();

  /** {@return headcount and other counts} */
  @Value.Default
  default Occupancy occupancy() {
    return Occupancy.none();
  }

  /** {@return price and index tables by name} */
  Map<String, PriceTable> prices();

  /** {@return utility tariffs by id} */
  Map<String, Tariff> tariffs();

  /** {@return registers beside the quantity, by commodity id} */
  Map<String, RegisterTable> registers();

  /** {@return recorded changes} */
  @Value.Default
  default EventFile events() {
    return EventFile.none();
  }

  /** {@return recorded static factors} */
  @Value.Default
  default StaticFactorFile staticFactors() {
    return StaticFactorFile.none();
  }

  /** {@return service-quality assessments} */
  @Value.Default
  default Scorecard scorecard() {
    return Scorecard.none();
  }

  /** {@return incidents that cost a deduction} */
  @Value.Default
  default DatedRecords incidents() {
    return DatedRecords.none();
  }

  /** {@return claims against retention} */
  @Value.Default
  default DatedRecords claims() {
    return DatedRecords.none();
  }

  /** {@return milestones that release retention} */
  @Value.Default
  default DatedRecords milestones() {
    return DatedRecords.none();
  }

  /** {@return claims and payments} */
  @Value.Default
  default Payments payments() {
    return Payments.none();
  }

  /** {@return money received beside savings} */
  @Value.Default
  default DatedRecords receipts() {
    return DatedRecords.none();
  }

  /** {@return frozen baselines by id} */
  Map<String, FrozenBaseline> baselines();

  /** {@return the issued statements of this contract} */
  List<Statement> statements();

  /** {@return the identity of every input that was read, by name} */
  List<InputDigest> inputs();

  /** {@return what was found while reading, without what blocks} */
  @Value.Default
  default Findings findings() {
    return Findings.none();
  }

  /** {@return the files of records that nothing but clauses settles, as far as they hold any} */
  default Set<String> records() {
    Map<String, Boolean> held = new LinkedHashMap<>();
    held.put(Scorecard.NAME, !scorecard().isEmpty());
    held.put(DatedRecords.Use.INCIDENT.file(), !incidents().entries().isEmpty());
    held.put(DatedRecords.Use.CLAIM.file(), !claims().entries().isEmpty());
    held.put(DatedRecords.Use.MILESTONE.file(), !milestones().entries().isEmpty());
    held.put(DatedRecords.Use.RECEIPT.file(), !receipts().entries().isEmpty());
    held.put(Payments.NAME, !payments().isEmpty());
    held.values().removeIf(holds -> !holds);
    return Collections.unmodifiableSet(held.keySet());
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Evidence}. */
  final class Builder extends ImmutableEvidence.Builder {
    Builder() {}
  }
}
