package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Schedule;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Allocates what is payable down a tree: buildings, and meters or budget codes below them
 * (settlement-methods, 5.12 and 7). Every level allocates the amount posted to its parent, so that
 * every level adds up to it. Ranks are the places in the contract.
 */
@LibraryStyle
@Value.Immutable
public interface CostCentres extends Clause {

  /** The kind that contract files store. */
  String KIND = "cost-centres";

  /** {@return the first level} */
  List<Centre> centres();

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.ALLOCATION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.NET_PAYABLE);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /**
   * A weight.
   *
   * @param from the first day it holds for
   * @param weight the weight: an area, a headcount, a fixed part
   */
  record Weight(LocalDate from, BigDecimal weight) {}

  /**
   * A building, a meter or a budget code.
   *
   * @param id its id, unique among its siblings
   * @param name its name
   * @param weights its declared weights by date
   * @param meter the meter whose reads are its weight, instead of declared ones
   * @param centres the level below
   */
  record Centre(
      String id, String name, List<Weight> weights, Optional<String> meter, List<Centre> centres) {

    /**
     * A centre.
     *
     * @param id its id, unique among its siblings
     * @param name its name
     * @param weights its declared weights by date
     * @param meter the meter whose reads are its weight, instead of declared ones
     * @param centres the level below
     * @throws IllegalArgumentException if it has both weights and a meter, or neither
     */
    public Centre {
      if (weights.isEmpty() == meter.isEmpty()) {
        throw new RuleException(
            id + " 需要 weights 或 meter 之一", "centre " + id + " needs weights or meter");
      }
    }

    /** The declared weights by date. */
    Schedule<BigDecimal> schedule() {
      return Schedule.of(weights, Weight::from, Weight::weight);
    }
  }

  /** The part of a cost centre. */
  LineKind PART = LineKind.of("COST_CENTRE", "内部分摊", "cost centre", Account.RECEIVABLE);

  @Override
  default Findings check(Contract contract) {
    FindingCollector findings = new FindingCollector();
    BiConsumer<FindingCode, String> report =
        (code, centre) ->
            findings.add(
                code, Place.pointer("contract.json", "/clauses"), "clause", id(), "centre", centre);
    check(contract, centres(), "", report);
    return findings.findings();
  }

  private void check(
      Contract contract, List<Centre> level, String above, BiConsumer<FindingCode, String> report) {
    Set<String> ids = new HashSet<>();
    boolean metered = !level.isEmpty() && level.get(0).meter().isPresent();
    for (Centre centre : level) {
      String path = above + centre.id();
      if (!ids.add(centre.id()) || centre.meter().isPresent() != metered) {
        report.accept(ContractFinding.CENTRE_LEVEL, path);
      }
      boolean known =
          centre.meter().isEmpty()
              || contract.meters().stream().map(Meter::id).anyMatch(centre.meter().get()::equals);
      if (!known) {
        report.accept(ContractFinding.CENTRE_METER, path);
      }
      check(contract, centre.centres(), path + ".", report);
    }
  }

  @Override
  default Findings missing(StatementInput input) {
    return new CentreAllocation(input, this).missing();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new CentreAllocation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<CostCentres> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.centres(json.objects("centres", CostCentres::centre));
    return json.build(builder::build);
  }

  private static Optional<Centre> centre(JsonObject json) {
    Optional<String> id = json.text("id");
    Optional<String> name = json.text("name");
    List<Weight> weights = json.objects("weights", CostCentres::weight);
    Optional<String> meter = json.optional("meter").flatMap(JsonElement::text);
    List<Centre> centres = json.objects("centres", CostCentres::centre);
    return json.build(
        () -> new Centre(id.orElseThrow(), name.orElseThrow(), weights, meter, centres));
  }

  private static Optional<Weight> weight(JsonObject json) {
    Optional<LocalDate> from = json.date("from");
    Optional<BigDecimal> weight = json.required("weight").flatMap(JsonElement::notNegative);
    return json.build(() -> new Weight(from.orElseThrow(), weight.orElseThrow()));
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CostCentres}. */
  final class Builder extends ImmutableCostCentres.Builder {
    Builder() {}
  }
}
