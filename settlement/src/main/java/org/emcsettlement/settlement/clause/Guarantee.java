package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Guaranteed savings (节能量保证, settlement-methods 5.3): below the tolerance the service provider
 * compensates the shortfall up to a cap, above the guarantee it gets its part of the excess. The
 * guarantee is in the unit of one commodity, in tonnes of standard coal, or in money.
 *
 * <p>Only recorded events change what is compared: an event raises or lowers the adjusted baseline,
 * nothing lowers the guarantee itself.
 */
@LibraryStyle
@Value.Immutable
public interface Guarantee extends Clause {

  /** The kind that contract files store. */
  String KIND = "guarantee";

  /** {@return what is guaranteed} */
  Unit unit();

  /** {@return the commodity of a QUANTITY guarantee} */
  Optional<Commodity> commodity();

  /** {@return the standard-coal set of a TCE guarantee} */
  Optional<String> conversion();

  /** {@return decimals the verified quantity is rounded to before it is compared} */
  Optional<Integer> quantityScale();

  /** {@return G of a contract year} */
  Optional<BigDecimal> amount();

  /** {@return the parts of {@link #amount()} in January to December; by days if empty} */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<BigDecimal> monthly();

  /** {@return G as a fraction of the adjusted baseline} */
  Optional<BigDecimal> fraction();

  /** {@return G of a contract year for every counted person, e.g. in m³/(person·year)} */
  Optional<BigDecimal> perPerson();

  /** {@return whether G and what was saved are the sums over the members of a package} */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @Value.Default
  default boolean ofMembers() {
    return false;
  }

  /** {@return the count that {@link #perPerson()} is multiplied with; HEADCOUNT if absent} */
  Optional<String> persons();

  /** {@return when it is tested; YEAR if absent} */
  Optional<Test> test();

  /** {@return whether a CUMULATIVE guarantee gives compensation back that later savings make up} */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @Value.Default
  default boolean clawback() {
    return false;
  }

  /**
   * {@return whether statements inside the year book compensation provisionally, against the part
   * of the guarantee that is due so far}
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @Value.Default
  default boolean provisional() {
    return false;
  }

  /** {@return τ, the part of G that may be missed} */
  @Value.Default
  default BigDecimal tolerance() {
    return BigDecimal.ZERO;
  }

  /** {@return what is missing when the tolerance is exceeded} */
  @Value.Default
  default Shortfall shortfall() {
    return Shortfall.FULL;
  }

  /** {@return c, the compensation rate} */
  @Value.Default
  default BigDecimal rate() {
    return BigDecimal.ONE;
  }

  /** {@return the value of one unit; by {@link #priceBasis()} if absent} */
  Optional<BigDecimal> price();

  /** {@return which price of the commodity values one unit; REFERENCE if absent} */
  Optional<PriceBasis> priceBasis();

  /** {@return C_max as an amount} */
  Optional<BigDecimal> capAmount();

  /** {@return C_max as a fraction of the fee of the statement} */
  Optional<BigDecimal> capFractionOfFee();

  /** {@return what becomes of a shortfall above the cap} */
  @Value.Default
  default Unrecovered unrecovered() {
    return Unrecovered.WAIVED;
  }

  /** {@return what a day of a longer term is worth, to state an EXTENDS_TERM in days} */
  Optional<BigDecimal> extensionPerDay();

  /** {@return whether compensation is withheld from the next payment instead of paid back} */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @Value.Default
  default boolean withheld() {
    return false;
  }

  /** {@return m, the years in which a later excess may cure a shortfall; none if absent} */
  Optional<Integer> excessOffsetYears();

  /** {@return e, the part of the value of an excess that belongs to the service provider} */
  @Value.Default
  default BigDecimal excessShare() {
    return BigDecimal.ZERO;
  }

  /** {@return whether compensation is damages, outside the tax base, or a price reduction} */
  @Value.Default
  default boolean damages() {
    return true;
  }

  /** {@return the debt service of a contract year, which the guarantee must exceed} */
  Optional<BigDecimal> debtService();

  /** {@return whether it is tested in a pool with others, and books nothing itself} */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @Value.Default
  default boolean pooled() {
    return false;
  }

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
    return Stage.COMPENSATION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return new GuaranteeMeasure(this).reads();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.GUARANTEE, Figures.GUARANTEE_VERIFIED, Figures.GUARANTEE_PRICE);
  }

  /** What is guaranteed. */
  enum Unit {
    /** A quantity of one commodity. */
    QUANTITY,
    /** Tonnes of standard coal by a named conversion set. */
    TCE,
    /** Verified savings in money. */
    MONEY
  }

  /** When a guarantee is tested. */
  enum Test {
    /** By contract year. */
    YEAR,
    /** By regular statement. */
    PERIOD,
    /** By contract year, all years so far against all savings so far. */
    CUMULATIVE
  }

  /** Which price values a quantity. */
  enum PriceBasis {
    /** The reference price of the contract. */
    REFERENCE,
    /** The average of the prices in force, weighted by the actual use. */
    YEAR_AVERAGE
  }

  /** What is missing when the tolerance is exceeded. */
  enum Shortfall {
    /** Everything below G. */
    FULL,
    /** What lies below (1 − τ)·G. */
    BEYOND_BAND
  }

  /** What becomes of a shortfall above the cap. */
  enum Unrecovered {
    /** It is waived. */
    WAIVED,
    /** It is recovered first from later excess. */
    CARRIED,
    /** It is noted, for the service provider to make good in a longer term. */
    EXTENDS_TERM
  }

  /** Checks that the terms are complete and go together. */
  @Value.Check
  default void check() {
    GuaranteeCheck.complete(this);
  }

  @Override
  default Findings check(Contract contract) {
    return new GuaranteeCheck(this, contract).findings();
  }

  @Override
  default Findings missing(StatementInput input) {
    return new GuaranteeMeasure(this).missing(input);
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new GuaranteeCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Guarantee> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.constant("unit", Unit.class).ifPresent(builder::unit);
    builder.commodity(
        json.optional("commodity")
            .flatMap(
                element ->
                    element.parsed(
                        Commodity::of,
                        "应为 " + Commodity.ids() + " 之一",
                        "must be one of " + Commodity.ids())));
    builder.conversion(json.optional("conversion").flatMap(JsonElement::text));
    builder.quantityScale(json.optional("quantityScale").flatMap(JsonElement::integer));
    builder.amount(json.optional("amount").flatMap(JsonElement::notNegative));
    builder.monthly(json.optional("monthly").flatMap(Guarantee::twelve).orElse(List.of()));
    builder.perPerson(json.optional("perPerson").flatMap(JsonElement::notNegative));
    builder.persons(json.optional("persons").flatMap(JsonElement::text));
    builder.test(json.optional("test").flatMap(element -> element.constant(Test.class)));
    json.optional("clawback").flatMap(JsonElement::flag).ifPresent(builder::clawback);
    json.optional("provisional").flatMap(JsonElement::flag).ifPresent(builder::provisional);
    builder.priceBasis(
        json.optional("priceBasis").flatMap(element -> element.constant(PriceBasis.class)));
    builder.extensionPerDay(json.optional("extensionPerDay").flatMap(JsonElement::positive));
    json.optional("withheld").flatMap(JsonElement::flag).ifPresent(builder::withheld);
    builder.excessOffsetYears(json.optional("excessOffsetYears").flatMap(JsonElement::integer));
    builder.debtService(json.optional("debtService").flatMap(JsonElement::notNegative));
    json.optional("ofMembers").flatMap(JsonElement::flag).ifPresent(builder::ofMembers);
    json.optional("pooled").flatMap(JsonElement::flag).ifPresent(builder::pooled);
    builder.fraction(json.optional("fraction").flatMap(JsonElement::ratio));
    json.optional("tolerance").flatMap(JsonElement::ratio).ifPresent(builder::tolerance);
    json.optional("shortfall")
        .flatMap(element -> element.constant(Shortfall.class))
        .ifPresent(builder::shortfall);
    json.optional("rate").flatMap(JsonElement::notNegative).ifPresent(builder::rate);
    builder.price(json.optional("price").flatMap(JsonElement::notNegative));
    builder.capAmount(json.optional("capAmount").flatMap(JsonElement::notNegative));
    builder.capFractionOfFee(json.optional("capFractionOfFee").flatMap(JsonElement::notNegative));
    json.optional("unrecovered")
        .flatMap(element -> element.constant(Unrecovered.class))
        .ifPresent(builder::unrecovered);
    json.optional("excessShare").flatMap(JsonElement::ratio).ifPresent(builder::excessShare);
    json.optional("damages").flatMap(JsonElement::flag).ifPresent(builder::damages);
    return json.build(builder::build);
  }

  private static Optional<List<BigDecimal>> twelve(JsonElement element) {
    return element
        .list(JsonElement::notNegative)
        .flatMap(
            months ->
                months.size() == 12
                    ? Optional.of(months)
                    : element.reject("应为 1 至 12 月的十二个数", "must be twelve values"));
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Guarantee}. */
  final class Builder extends ImmutableGuarantee.Builder {
    Builder() {}
  }
}
