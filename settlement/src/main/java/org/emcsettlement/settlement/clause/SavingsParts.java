package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Where the savings of a statement arose, and how what is shared is split accordingly. */
final class SavingsParts {

  private final StatementInput input;
  private final Calculator calculator;
  private final String currency;
  private final String of;

  /**
   * The parts of a statement.
   *
   * @param of what a part is called in the trail: year or part
   */
  SavingsParts(StatementInput input, String of) {
    this.input = input;
    this.of = of;
    this.calculator = input.calculator();
    this.currency = calculator.currencyCode();
  }

  String of() {
    return of;
  }

  SortedMap<Integer, List<Figure>> byYear() {
    SortedMap<Integer, List<Figure>> years = new TreeMap<>();
    for (Commodity commodity : input.commodities()) {
      forEachValue(
          commodity,
          (segments, value) -> divide(years, commodity, segments, value, Segment::contractYear));
      input
          .find(Figures.SAVINGS_VALUE, commodity)
          .ifPresent(value -> add(years, input.period().contractYear(), value.figure()));
    }
    return years;
  }

  SortedMap<Commodity, List<Figure>> byCommodity() {
    SortedMap<Commodity, List<Figure>> commodities = new TreeMap<>();
    for (Commodity commodity : input.commodities()) {
      forEachValue(commodity, (segments, value) -> add(commodities, commodity, value.figure()));
      input
          .find(Figures.SAVINGS_VALUE, commodity)
          .ifPresent(value -> add(commodities, commodity, value.figure()));
    }
    return commodities;
  }

  /** By the dates that phases begin on; what has no date of its own is spread over the days. */
  SortedMap<LocalDate, List<Figure>> byPhase(Function<LocalDate, LocalDate> phaseAt) {
    SortedMap<LocalDate, List<Figure>> phases = new TreeMap<>();
    for (Commodity commodity : input.commodities()) {
      forEachValue(
          commodity,
          (segments, value) ->
              divide(
                  phases,
                  commodity,
                  segments,
                  value,
                  segment -> phaseAt.apply(segment.period().start())));
      input
          .find(Figures.SAVINGS_VALUE, commodity)
          .ifPresent(value -> byDays(phases, phaseAt, value));
    }
    return phases;
  }

  /** A value that lies in several parts is divided as its quantities cost, a bill by its days. */
  private <K> void divide(
      SortedMap<K, List<Figure>> parts,
      Commodity commodity,
      List<Segment> segments,
      PostedAmount value,
      Function<Segment, K> partOf) {
    Segment last = segments.get(segments.size() - 1);
    if (partOf.apply(segments.get(0)).equals(partOf.apply(last))) {
      add(parts, partOf.apply(last), value.figure());
      return;
    }
    Period days = Period.of(segments.get(0).period().start(), last.period().end());
    for (Segment segment : segments) {
      Figure share =
          input
              .find(Figures.PRICE, commodity, segment)
              .map(price -> valueOf(commodity, segment, price))
              .orElseGet(() -> ofDays(value, segment, days));
      add(parts, partOf.apply(segment), share);
    }
  }

  private Figure valueOf(Commodity commodity, Segment segment, Figure price) {
    return calculator.times(
        "savings-of-segment",
        currency,
        input.find(Figures.AVOIDED, commodity, segment).orElseThrow(),
        price);
  }

  private Figure ofDays(PostedAmount value, Segment segment, Period days) {
    return DayShare.of(
        calculator,
        "savings-of-segment",
        value.figure(),
        segment.period(),
        days,
        DayCount.ACT_ACTUAL_IN_PERIOD);
  }

  private void byDays(
      SortedMap<LocalDate, List<Figure>> phases,
      Function<LocalDate, LocalDate> phaseAt,
      PostedAmount value) {
    Period service = input.period().service();
    for (Segment segment : input.segments()) {
      add(phases, phaseAt.apply(segment.period().start()), ofDays(value, segment, service));
    }
  }

  /** The priced values of a commodity, each with the segments that it covers. */
  private void forEachValue(Commodity commodity, BiConsumer<List<Segment>, PostedAmount> action) {
    List<Segment> open = new ArrayList<>();
    Optional<PostedAmount> value = Optional.empty();
    for (Segment segment : input.segments()) {
      Optional<PostedAmount> next = input.find(Figures.SAVINGS_VALUE, commodity, segment);
      if (next.isPresent()) {
        value.ifPresent(posted -> action.accept(List.copyOf(open), posted));
        open.clear();
        value = next;
      }
      open.add(segment);
    }
    value.ifPresent(posted -> action.accept(List.copyOf(open), posted));
  }

  private static <K> void add(SortedMap<K, List<Figure>> parts, K key, Figure value) {
    parts.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
  }

  /** Splits an amount in proportion to values; values of the other sign take no part. */
  <K> void split(
      PostedAmount savings, SortedMap<K, List<Figure>> values, BiConsumer<K, Figure> action) {
    int sign = savings.money().getAmount().signum();
    boolean agree =
        values.values().stream().allMatch(part -> sign(part) * sign >= 0)
            && (sign == 0 || values.values().stream().anyMatch(part -> sign(part) != 0));
    if (agree || sign == 0) {
      Figure total =
          calculator.sum(
              "savings-of-period", values.values().stream().flatMap(List::stream).toList());
      values.forEach(
          (key, part) ->
              action.accept(
                  key, proportion(savings, calculator.sum("savings-of-" + of, part), total)));
    } else {
      SortedMap<K, Figure> weights = weights(sign, values);
      Figure total = calculator.sum("weight-of-period", List.copyOf(weights.values()));
      weights.forEach((key, weight) -> action.accept(key, proportion(savings, weight, total)));
    }
  }

  private static int sign(List<Figure> figures) {
    return figures.stream().map(Figure::value).reduce(Rational.ZERO, Rational::plus).signum();
  }

  /** The values of the amount's sign; equal weights if there is none, as when it was held back. */
  private <K> SortedMap<K, Figure> weights(int sign, SortedMap<K, List<Figure>> values) {
    SortedMap<K, Figure> weights = new TreeMap<>();
    boolean some = values.values().stream().anyMatch(part -> sign(part) == sign);
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, currency);
    values.forEach(
        (key, part) -> {
          Figure sum = calculator.sum("savings-of-" + of, part);
          if (!some) {
            weights.put(key, calculator.parameter("equal-weight", BigDecimal.ONE, ""));
          } else if (sign > 0) {
            weights.put(key, calculator.max("savings-gained", sum, zero));
          } else {
            weights.put(key, calculator.min("savings-lost", sum, zero));
          }
        });
    return weights;
  }

  private Figure proportion(PostedAmount savings, Figure part, Figure total) {
    if (total.signum() == 0) {
      return calculator.parameter("nothing", BigDecimal.ZERO, currency);
    }
    Figure product = calculator.times("savings-times-" + of, currency, savings.figure(), part);
    return calculator.over("savings-of-" + of, currency, product, total);
  }
}
