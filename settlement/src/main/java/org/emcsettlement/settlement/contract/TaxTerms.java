package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.Schedule;
import org.emcsettlement.settlement.statement.TaxStatus;

/**
 * Value added tax (settlement-methods, 5.10). Amounts in the contract and its files are in its
 * mode.
 *
 * @param mode whether amounts contain the tax
 * @param rates the rates by the date they hold from
 * @param level where tax is rounded
 * @param category the tax category, as on invoices
 * @param exemption the document of an exemption, the name of an attachment of the contract
 * @param categories lines that are taxed otherwise
 * @param treatments the treatment of clauses that deduct, by clause id
 */
public record TaxTerms(
    Mode mode,
    @JsonProperty("rate") List<Rate> rates,
    Level level,
    Optional<String> category,
    Optional<String> exemption,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TaxCategory> categories,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Treatment> treatments) {

  /** Whether amounts contain the tax. */
  public enum Mode {
    /** They contain it. */
    INCLUSIVE,
    /** It comes on top. */
    EXCLUSIVE
  }

  /** Where tax is rounded. */
  public enum Level {
    /** On every line, as Chinese e-invoices do. */
    PER_LINE,
    /** Once per document, category and rate; lines get their part by largest remainder. */
    PER_GROUP
  }

  /** How a deduction is treated. */
  public enum Treatment {
    /** It lowers the price and so the tax base. */
    PRICE_REDUCTION,
    /** It makes good a loss and stands outside the tax base. */
    DAMAGES,
    /** It pays for a supply that the other party invoices itself, with its own tax. */
    SEPARATE_SUPPLY
  }

  /**
   * A rate.
   *
   * @param from the first tax point it holds for
   * @param rate the rate as a fraction
   */
  public record Rate(LocalDate from, BigDecimal rate) {}

  /** {@return the rates of the contract's own category by date} */
  public Schedule<BigDecimal> schedule() {
    return Schedule.of(rates, Rate::from, Rate::rate);
  }

  /**
   * The dates inside a period on which a rate of any category changes.
   *
   * @param period the period
   * @return the dates; a statement ends before each
   */
  public Set<LocalDate> changesIn(Period period) {
    Set<LocalDate> dates = new TreeSet<>(schedule().changesIn(period));
    categories.forEach(other -> dates.addAll(other.schedule().changesIn(period)));
    return dates;
  }

  /** {@return the contract's own category: of every line that no other category is for} */
  public TaxCategory standard() {
    TaxStatus status = exemption.isPresent() ? TaxStatus.EXEMPT : TaxStatus.TAXED;
    return new TaxCategory(
        "", category, status, rates, Optional.empty(), exemption, List.of(), List.of());
  }

  /**
   * The category of a line.
   *
   * @param line the line
   * @return the one it names, else the first that is for its clause and commodity, else the
   *     contract's own
   */
  public TaxCategory of(PlacedLine line) {
    Optional<String> named = line.draft().taxCategory();
    return categories.stream()
        .filter(other -> named.map(other.id()::equals).orElseGet(() -> other.covers(line)))
        .findFirst()
        .orElseGet(this::standard);
  }

  /**
   * How the deductions of a clause are treated.
   *
   * @param clause the clause
   * @return the agreed treatment, by default a price reduction
   */
  public Treatment treatment(Clause clause) {
    return treatments.getOrDefault(clause.id(), Treatment.PRICE_REDUCTION);
  }

  /**
   * A line as its clause's treatment has it.
   *
   * @param clause the clause that made it
   * @param draft the line
   * @return a deduction from what is earned, or what gives one back, taken out of the tax base if
   *     it is treated as damages or as a supply of the other party; any other line as it is
   */
  public LineDraft treated(Clause clause, LineDraft draft) {
    Treatment treatment = treatment(clause);
    boolean earned =
        draft.use() == LineDraft.Use.ENTITLEMENT || draft.use() == LineDraft.Use.SET_OFF;
    boolean deduction =
        draft.givesBack()
            || draft.amount().filter(amount -> amount.money().isNegative()).isPresent();
    return treatment == Treatment.PRICE_REDUCTION || !draft.taxable() || !earned || !deduction
        ? draft
        : LineDraft.builder().from(draft).taxable(false).treatment(treatment).build();
  }
}
