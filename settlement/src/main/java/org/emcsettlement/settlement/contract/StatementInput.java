package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.baseline.savings.WaterReviewed;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a clause sees: the resolved contract, the statement period and its segments, the figures and
 * lines of the clauses before it, opening balances, and a calculator that records.
 */
public final class StatementInput {

  /**
   * A balance brought forward.
   *
   * @param amount the closing of the statement before
   * @param source where it stands, {@code <series>/<period>#<balance>}
   */
  public record Opening(BigDecimal amount, String source) {}

  /**
   * A running total brought forward.
   *
   * @param quantity the quantity of its line in the statement before
   * @param statement where it stands, {@code <series>/<period>}
   */
  public record RunningTotal(Rational quantity, String statement) {}

  /**
   * What is brought forward.
   *
   * @param ofStatement the closings of the statement before, by balance
   * @param ofYear the closings before the contract year began, by balance
   * @param totals the running totals of the statement before, by line id
   * @param totalsOfYear the running totals before the contract year began, by line id
   */
  public record Openings(
      Map<String, Opening> ofStatement,
      Map<String, Opening> ofYear,
      Map<String, RunningTotal> totals,
      Map<String, RunningTotal> totalsOfYear) {}

  private final ResolvedContract resolved;
  private final StatementPeriod period;
  private final List<Segment> segments;
  private final Map<Commodity, WaterReviewed> water;
  private final Set<FigureKey<?>> declared;
  private final FigureBook figures;
  private final List<PlacedLine> lines;
  private final Openings openings;
  private final List<Outcome.Move> moves;
  private final List<ProgressRow> progress;
  private final Calculator calculator;

  /**
   * What the engine hands to one clause.
   *
   * @param resolved the resolved contract
   * @param period the statement period
   * @param segments its segments in order
   * @param water leaks and meter faults, by commodity with a baseline that knows of them
   * @param declared the figures that the clause cannot do without
   * @param figures the figures so far
   * @param lines the lines so far
   * @param openings the opening balances
   * @param moves the movements of balances so far, in order
   * @param progress what was compared in the contract year before the statement
   * @param calculator records for the clause
   */
  public StatementInput(
      ResolvedContract resolved,
      StatementPeriod period,
      List<Segment> segments,
      Map<Commodity, WaterReviewed> water,
      Set<FigureKey<?>> declared,
      FigureBook figures,
      List<PlacedLine> lines,
      Openings openings,
      List<Outcome.Move> moves,
      List<ProgressRow> progress,
      Calculator calculator) {
    this.resolved = resolved;
    this.period = period;
    this.segments = segments;
    this.water = water;
    this.declared = declared;
    this.figures = figures;
    this.lines = lines;
    this.openings = openings;
    this.moves = moves;
    this.progress = progress;
    this.calculator = calculator;
  }

  /** {@return the resolved contract} */
  public ResolvedContract resolved() {
    return resolved;
  }

  /** {@return the contract} */
  public Contract contract() {
    return resolved.contract();
  }

  /** {@return the evidence} */
  public Evidence evidence() {
    return resolved.evidence();
  }

  /** {@return the statement period} */
  public StatementPeriod period() {
    return period;
  }

  /** {@return the segments of the service period, in order} */
  public List<Segment> segments() {
    return segments;
  }

  /**
   * Leaks and meter faults from the service start to the end of this statement.
   *
   * @param commodity a commodity of the contract
   * @return what happened, absent unless its baseline knows of leaks and faults
   */
  public Optional<WaterReviewed> water(Commodity commodity) {
    return Optional.ofNullable(water.get(commodity));
  }

  /** {@return the calculator of the clause} */
  public Calculator calculator() {
    return calculator;
  }

  /** {@return the commodities of the contract} */
  public List<Commodity> commodities() {
    return contract().commodities().stream().map(CommodityTerms::id).toList();
  }

  /**
   * Whether a clause reads a figure, so that it is worth computing.
   *
   * @param key its key
   * @return whether some clause of this statement declares to read it
   */
  public boolean isRead(FigureKey<?> key) {
    return resolved.clauses().stream()
        .filter(clause -> clause.series().includes(period.series()))
        .anyMatch(clause -> clause.reads(contract(), period.series()).contains(key));
  }

  /** {@return the lines made so far, in order} */
  public List<PlacedLine> lines() {
    return lines;
  }

  /**
   * A figure of the whole statement.
   *
   * @param <T> the kind of figure
   * @param key its key
   * @return the figure, absent if nobody wrote it
   */
  public <T> Optional<T> find(FigureKey<T> key) {
    return figures.get(key, new FigureBook.Slot(Optional.empty(), Optional.empty()));
  }

  /**
   * A figure of a commodity.
   *
   * @param <T> the kind of figure
   * @param key its key
   * @param commodity the commodity
   * @return the figure, absent if nobody wrote it
   */
  public <T> Optional<T> find(FigureKey<T> key, Commodity commodity) {
    return figures.get(key, new FigureBook.Slot(Optional.of(commodity), Optional.empty()));
  }

  /**
   * A figure of a commodity in a segment.
   *
   * @param <T> the kind of figure
   * @param key its key
   * @param commodity the commodity
   * @param segment the segment
   * @return the figure, absent if nobody wrote it
   */
  public <T> Optional<T> find(FigureKey<T> key, Commodity commodity, Segment segment) {
    LocalDate start = segment.period().start();
    return figures.get(key, new FigureBook.Slot(Optional.of(commodity), Optional.of(start)));
  }

  /**
   * A figure of the whole statement that the clause declared to read.
   *
   * @param <T> the kind of figure
   * @param key its key
   * @return the figure
   * @throws IllegalStateException if nobody wrote it, or the clause did not declare it
   */
  public <T> T get(FigureKey<T> key) {
    if (!declared.contains(key)) {
      throw new IllegalStateException("figure " + key + " is read but not declared");
    }
    return find(key).orElseThrow(() -> unwritten(key));
  }

  /**
   * All figures under a key, in the order they were written.
   *
   * @param <T> the kind of figure
   * @param key the key
   * @return the figures
   */
  public <T> List<T> all(FigureKey<T> key) {
    return figures.all(key);
  }

  /** {@return what was compared in the contract year before the service period, by month} */
  public List<ProgressRow> progress() {
    return progress.stream()
        .filter(row -> !row.period().end().isAfter(period.service().start()))
        .toList();
  }

  private static IllegalStateException unwritten(FigureKey<?> key) {
    return new IllegalStateException("figure " + key + " was not written");
  }

  /**
   * A balance brought forward, recorded as a fact.
   *
   * @param balance its name
   * @return the opening amount; zero if nothing was carried
   */
  public PostedAmount opening(String balance) {
    return opening(openings.ofStatement().get(balance));
  }

  /**
   * The balance from which the statement's own quantities start, recorded as a fact. An annual
   * statement settles its whole contract year again, so it starts where the year started; the
   * regular ones start where the statement before closed.
   *
   * @param balance its name
   * @return the amount; zero if nothing was carried
   */
  public PostedAmount start(String balance) {
    return period.series() == Series.ANNUAL
        ? opening(openings.ofYear().get(balance))
        : opening(balance);
  }

  /**
   * The names of the balances that are open: carried and not zero.
   *
   * @param prefix what the names begin with
   * @return the names in their natural order
   */
  public List<String> open(String prefix) {
    return openings.ofStatement().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> entry.getValue().amount().signum() != 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * A running total brought forward, recorded as a fact. The quantity of a line whose item ends in
   * {@code -to-date} is carried from statement to statement; an annual statement settles its whole
   * contract year again, so it starts from where the year started.
   *
   * @param line the id of the line
   * @param unit its unit
   * @return the quantity so far, absent before the first
   */
  public Optional<Figure> runningTotal(String line, String unit) {
    Map<String, RunningTotal> totals =
        period.series() == Series.ANNUAL ? openings.totalsOfYear() : openings.totals();
    return Optional.ofNullable(totals.get(line))
        .map(
            total ->
                calculator.fact(
                    "running-total", total.quantity(), unit, total.statement() + "#" + line));
  }

  /** {@return the balances brought forward or moved so far, in the order they were first met} */
  public Set<String> balances() {
    Set<String> names = new LinkedHashSet<>(openings.ofStatement().keySet());
    moves.forEach(move -> names.add(move.balance()));
    return names;
  }

  /**
   * A balance as it stands now: brought forward, and moved by the clauses before.
   *
   * @param balance its name
   * @return the amount; zero if nothing was carried or moved
   */
  public PostedAmount standing(String balance) {
    PostedAmount standing = opening(balance);
    for (Outcome.Move move : moves) {
      if (move.balance().equals(balance)) {
        standing =
            move.kind() == Movement.Kind.ADDITION
                ? calculator.total("balance", List.of(standing, move.amount()))
                : calculator.complement("balance", standing, move.amount());
      }
    }
    return standing;
  }

  /**
   * Whether anything was brought forward.
   *
   * @param balance the name of a balance
   * @return whether it opens at an amount other than zero
   */
  public boolean carries(String balance) {
    Opening opening = openings.ofStatement().get(balance);
    return opening != null && opening.amount().signum() != 0;
  }

  private PostedAmount opening(@Nullable Opening opening) {
    return opening == null
        ? calculator.zero("opening-balance")
        : calculator.given(
            calculator.fact(
                "opening-balance", opening.amount(), calculator.currencyCode(), opening.source()));
  }
}
