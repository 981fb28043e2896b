package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * How a yearly amount is spread over the statements of its contract year (settlement-methods,
 * 5.14). With cumulative rounding the statements add up to the amount whatever their number.
 */
@LibraryStyle
@Value.Immutable
public interface FeeSpread {

  /** The methods. */
  enum Method {
    /** By days: what is earned up to the end of the statement less what was up to its start. */
    CUMULATIVE_DAYS,
    /** Equal parts by largest remainder. */
    EQUAL,
    /** By a table of ratios, one per statement. */
    RATIO_TABLE,
    /** By a table of amounts, one per statement; the annual true-up settles the difference. */
    AMOUNT_TABLE
  }

  /** How parts are rounded. */
  enum Rounding {
    /** Running totals are rounded, parts are their differences. */
    CUMULATIVE,
    /** Every part is rounded alone; what is left over appears in the true-up. */
    PER_INSTALMENT
  }

  /** {@return the method} */
  Method method();

  /** {@return how parts are rounded} */
  @Value.Default
  default Rounding rounding() {
    return Rounding.CUMULATIVE;
  }

  /** {@return the ratios of RATIO_TABLE} */
  List<BigDecimal> ratios();

  /** {@return the amounts of AMOUNT_TABLE} */
  List<BigDecimal> amounts();

  /** {@return the default: by days, cumulative} */
  static FeeSpread byDays() {
    return builder().method(Method.CUMULATIVE_DAYS).build();
  }

  /**
   * What is wrong with the spread in its contract.
   *
   * @param contract the contract
   * @param clause the clause that spreads
   * @return a finding if a table does not fit the schedule or does not add up
   */
  default Findings check(Contract contract, Clause clause) {
    int perYear = 12 / contract.schedule().frequency().months();
    boolean annual = contract.schedule().annualStatement();
    if (method() != Method.CUMULATIVE_DAYS && !hasWholeYears(contract, perYear)) {
      return finding(ContractFinding.SPREAD_UNEVEN, clause, "perYear", perYear);
    }
    return switch (method()) {
      case CUMULATIVE_DAYS, EQUAL -> Findings.none();
      case RATIO_TABLE -> {
        BigDecimal sum = ratios().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int excess = sum.compareTo(BigDecimal.ONE);
        yield ratios().size() == perYear && (annual ? excess <= 0 : excess == 0)
            ? Findings.none()
            : finding(
                ContractFinding.RATIO_SUM,
                clause,
                "sum",
                sum.toPlainString() + " (" + ratios().size() + "/" + perYear + ")");
      }
      case AMOUNT_TABLE -> {
        int decimals = contract.currencyUnit().getDecimalPlaces();
        yield amounts().size() == perYear
                && annual
                && amounts().stream().allMatch(amount -> amount.scale() <= decimals)
            ? Findings.none()
            : finding(ContractFinding.AMOUNT_TABLE, clause, "perYear", perYear);
      }
    };
  }

  /** Whether every contract year has as many statements as parts, each of them a whole one. */
  private static boolean hasWholeYears(Contract contract, int perYear) {
    Map<Integer, List<StatementPeriod>> years =
        StatementCalendar.of(contract.term(), contract.schedule(), contract.tax())
            .periods()
            .stream()
            .filter(statement -> statement.series() == Series.REGULAR)
            .collect(Collectors.groupingBy(StatementPeriod::contractYear));
    return years.values().stream()
        .allMatch(
            statements ->
                statements.size() == perYear
                    && statements.stream().allMatch(s -> s.service().equals(s.full())));
  }

  private static Findings finding(ContractFinding code, Clause clause, String name, Object value) {
    Place place = Place.pointer("contract.json", "/clauses");
    return Findings.of(List.of(Finding.of(code, place, "clause", clause.id(), name, value)));
  }

  /**
   * The part of a yearly amount that belongs to a statement.
   *
   * @param input the statement
   * @param whole the amount of the contract year
   * @return its part
   */
  default PostedAmount portion(StatementInput input, PostedAmount whole) {
    Calculator calculator = input.calculator();
    Period service = input.period().service();
    Period year = input.resolved().years().year(input.period().contractYear());
    if (input.period().series() == Series.ANNUAL) {
      return calculator.post(
          "fee-of-service-year",
          DayShare.of(calculator, "fee", whole.figure(), service, year, dayCount(input)));
    }
    return switch (method()) {
      case CUMULATIVE_DAYS -> byDays(input, whole);
      case EQUAL ->
          calculator
              .allocate(
                  "equal-part",
                  whole,
                  Collections.nCopies(
                      statementsOfYear(input).size(),
                      calculator.parameter("equal-weight", BigDecimal.ONE, "")))
              .get(index(input));
      case RATIO_TABLE -> byRatios(input, whole);
      case AMOUNT_TABLE ->
          calculator.given(
              calculator.parameter(
                  "agreed-instalment",
                  amounts().get(index(input)).setScale(2),
                  calculator.currencyCode()));
    };
  }

  private static DayCount dayCount(StatementInput input) {
    return input.contract().schedule().dayCount();
  }

  private PostedAmount byDays(StatementInput input, PostedAmount whole) {
    Calculator calculator = input.calculator();
    PostedAmount sum = null;
    for (Period part : input.period().service().splitAt(anniversaries(input))) {
      Period year = input.resolved().years().yearOf(part.start());
      PostedAmount amount = byDays(input, whole, part, year);
      sum = sum == null ? amount : calculator.total("fee", List.of(sum, amount));
    }
    if (sum == null) {
      throw new IllegalStateException("statement " + input.period().key() + " has no days");
    }
    return sum;
  }

  private static List<LocalDate> anniversaries(StatementInput input) {
    int year = input.period().contractYear();
    return List.of(input.resolved().years().year(year).start());
  }

  private PostedAmount byDays(StatementInput input, PostedAmount whole, Period part, Period year) {
    Calculator calculator = input.calculator();
    if (rounding() == Rounding.PER_INSTALMENT) {
      return share(input, "fee", whole.figure(), part, year);
    }
    // the running total begins with service, so that the statements add up to what the year owes
    LocalDate term = input.contract().term().start();
    LocalDate first = year.start().isBefore(term) ? term : year.start();
    PostedAmount until =
        share(input, "fee-until-end", whole.figure(), Period.of(first, part.end()), year);
    Period before = Period.of(first, part.start());
    return before.isEmpty()
        ? until
        : calculator.complement(
            "fee", until, share(input, "fee-until-start", whole.figure(), before, year));
  }

  private static PostedAmount share(
      StatementInput input, String name, Figure whole, Period part, Period year) {
    Calculator calculator = input.calculator();
    return calculator.post(name, DayShare.of(calculator, name, whole, part, year, dayCount(input)));
  }

  private PostedAmount byRatios(StatementInput input, PostedAmount whole) {
    Calculator calculator = input.calculator();
    int index = index(input);
    if (rounding() == Rounding.PER_INSTALMENT) {
      return times(calculator, "instalment", whole, ratios().get(index));
    }
    PostedAmount until = times(calculator, "fee-until-end", whole, cumulative(index + 1));
    return index == 0
        ? until
        : calculator.complement(
            "instalment", until, times(calculator, "fee-until-start", whole, cumulative(index)));
  }

  private BigDecimal cumulative(int count) {
    return ratios().subList(0, count).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static PostedAmount times(
      Calculator calculator, String name, PostedAmount whole, BigDecimal ratio) {
    Figure part =
        calculator.times(
            name,
            calculator.currencyCode(),
            whole.figure(),
            calculator.parameter("instalment-ratio", ratio, ""));
    return calculator.post(name, part);
  }

  private static List<StatementPeriod> statementsOfYear(StatementInput input) {
    return input.resolved().statements().periods().stream()
        .filter(period -> period.series() == Series.REGULAR)
        .filter(period -> period.contractYear() == input.period().contractYear())
        .toList();
  }

  private static int index(StatementInput input) {
    return statementsOfYear(input).indexOf(input.period());
  }

  /**
   * Reads a spread.
   *
   * @param json its object
   * @return the spread
   */
  static Optional<FeeSpread> read(JsonObject json) {
    Builder builder = builder();
    json.constant("method", Method.class).ifPresent(builder::method);
    json.optional("rounding")
        .flatMap(element -> element.constant(Rounding.class))
        .ifPresent(builder::rounding);
    builder.ratios(json.list("ratios", JsonElement::ratio));
    builder.amounts(json.list("amounts", JsonElement::notNegative));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FeeSpread}. */
  final class Builder extends ImmutableFeeSpread.Builder {
    Builder() {}
  }
}
