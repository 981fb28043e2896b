package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Electricity generated on site, such as photovoltaics, and used there: generation less what is fed
 * into the grid. It counts once: as a saving, because less is bought, or as a supply, which is part
 * of the use that is compared with the baseline and may be sold to the institution.
 */
@LibraryStyle
@Value.Immutable
public interface OwnGeneration extends Clause {

  /** The kind that contract files store. */
  String KIND = "own-generation";

  /** {@return the meters of what is generated, at least one} */
  List<String> generation();

  /** {@return the meters of what is fed into the grid} */
  List<String> export();

  /** {@return what it counts as} */
  CountedAs countedAs();

  /** {@return the price of what is used on site [currency per kWh]; absent if it is free} */
  Optional<BigDecimal> price();

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
    return Stage.MECHANIC;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** What own generation counts as; never both. */
  enum CountedAs {
    /** Its meters stand outside the boundary, so that it lowers the use. */
    SAVING,
    /** Its meters stand in the boundary, so that it is part of the use. */
    SUPPLY
  }

  /** What was generated. */
  LineKind GENERATED = LineKind.of("GENERATED", "自发电量", "own generation", Account.RECEIVABLE);

  /** What was fed into the grid. */
  LineKind EXPORTED = LineKind.of("EXPORTED", "上网电量", "fed into the grid", Account.RECEIVABLE);

  /** What was generated and used on site. */
  LineKind SELF_USED =
      LineKind.of("SELF_USED", "自发自用电量", "own generation used", Account.SERVICE_REVENUE);

  @Override
  default Findings check(Contract contract) {
    return new SelfUse(this).check(contract);
  }

  @Override
  default Findings missing(StatementInput input) {
    return new SelfUse(this).gaps(input);
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new SelfUse(this).outcome(input);
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<OwnGeneration> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.required("generation")
        .flatMap(element -> element.list(JsonElement::text))
        .ifPresent(builder::generation);
    builder.export(json.list("export", JsonElement::text));
    json.constant("countedAs", CountedAs.class).ifPresent(builder::countedAs);
    builder.price(json.optional("price").flatMap(JsonElement::notNegative));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link OwnGeneration}. */
  final class Builder extends ImmutableOwnGeneration.Builder {
    Builder() {}
  }
}
