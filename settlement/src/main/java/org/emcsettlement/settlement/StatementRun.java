package org.emcsettlement.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.baseline.savings.WaterReviewed;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.money.AmountText;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.MeterReview;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.FigureBook;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.trail.AmountLimitException;
import org.emcsettlement.settlement.trail.Recorder;

/** Folds the clauses of one statement by stage. Lives for one statement. */
final class StatementRun {

  private final ResolvedContract resolved;
  private final StatementPeriod period;
  private final Carried carried;
  private final Optional<LocalDate> issued;
  private final List<Segment> segments;
  private final Map<Commodity, WaterReviewed> water;
  private final List<Clause> clauses;
  private final Recorder recorder;

  final FigureBook figures = new FigureBook();
  final List<PlacedLine> lines = new ArrayList<>();
  final List<Moved> moves = new ArrayList<>();
  final Map<String, LineDraft.Tax> taxes = new LinkedHashMap<>();
  private final FindingCollector findings = new FindingCollector();
  private String applied = "";
  boolean traced = true;

  /** A movement of a balance with the clause that made it. */
  record Moved(String clause, Outcome.Move move) {}

  StatementRun(
      ResolvedContract resolved,
      StatementPeriod period,
      Carried carried,
      Optional<LocalDate> issued) {
    this.resolved = resolved;
    this.period = period;
    this.carried = carried;
    this.issued = issued;
    this.segments = resolved.segments(period.service());
    this.water = water(resolved, period.service().end());
    this.clauses =
        resolved.clauses().stream()
            .filter(clause -> clause.series().includes(period.series()))
            .toList();
    this.recorder =
        new Recorder(resolved.contract().currencyUnit(), resolved.contract().rounding());
  }

  /** What readings from the service start on say by a date; later ones change no statement. */
  private static Map<Commodity, WaterReviewed> water(ResolvedContract resolved, LocalDate until) {
    Map<Commodity, WaterReviewed> water = new EnumMap<>(Commodity.class);
    Period known = Period.of(resolved.contract().term().start(), until);
    resolved
        .baselines()
        .forEach(
            (commodity, frozen) -> {
              if (resolved.use(commodity) instanceof BoundaryUse.Daily daily) {
                water.put(
                    commodity,
                    WaterReviewed.of(
                        frozen, resolved.drivers(frozen.station()), daily.measured(), known));
              }
            });
    return water;
  }

  /** The statement is only carried on from: digesting its trail would be time lost. */
  StatementRun untraced() {
    traced = false;
    return this;
  }

  Checked<Settled> run() {
    return earn() ? invoice(List.of()) : refused();
  }

  /**
   * Computes what the contract itself earns, all before anything is invoiced. False if something
   * blocks.
   */
  boolean earn() {
    findings.addAll(resolved.findings());
    for (MeterReadings readings : resolved.evidence().meters().values()) {
      findings.addAll(MeterReview.of(readings, period.service()));
    }
    water.values().forEach(review -> findings.addAll(review.findings(period.service())));
    findings.addAll(StaticFactorReview.of(resolved, period.service()));
    clauses.forEach(clause -> findings.addAll(clause.missing(input(clause))));
    return !has(Effect.BLOCK) && applyAll(clauses.stream().filter(StatementRun::isEarned).toList());
  }

  /** Computes the rest, what a package allocated to the contract first, and makes the statement. */
  Checked<Settled> invoice(List<Clause> ofPackage) {
    List<Clause> all = new ArrayList<>(clauses);
    all.addAll(ofPackage);
    all.sort(Comparator.comparingInt(clause -> clause.stage().order()));
    if (!applyAll(all.stream().filter(clause -> !isEarned(clause)).toList())) {
      return refused();
    }
    findings.addAll(OpenBalances.after(resolved, period, carried, moves));
    StatementAssembly assembly =
        new StatementAssembly(resolved, period, carried, issued, this, recorder, underPolicy());
    return Checked.of(assembly.assemble(all, segments), underPolicy());
  }

  private static boolean isEarned(Clause clause) {
    return clause.stage().order() < Stage.PACKAGE.order();
  }

  /** {@return the contract} */
  Contract contract() {
    return resolved.contract();
  }

  /** Whether a finding so far has an effect. */
  boolean has(Effect effect) {
    return underPolicy().has(effect);
  }

  /** No statement, and why. */
  Checked<Settled> refused() {
    return Checked.failed(underPolicy());
  }

  private boolean applyAll(List<Clause> some) {
    try {
      some.forEach(this::apply);
    } catch (AmountLimitException tooLarge) {
      findings.addAll(Findings.of(List.of(beyond(tooLarge))));
      return false;
    }
    return !has(Effect.BLOCK);
  }

  private Finding beyond(AmountLimitException tooLarge) {
    return Finding.of(
        ContractFinding.AMOUNT_TOO_LARGE,
        Place.NOWHERE.during(period.service().toString()),
        "clause",
        applied,
        "amount",
        tooLarge.amount().toPlainString(),
        "limit",
        AmountText.LIMIT.toPlainString());
  }

  private Findings underPolicy() {
    return findings.findings().under(resolved.contract().policies().findings());
  }

  private StatementInput input(Clause clause) {
    return new StatementInput(
        resolved,
        period,
        segments,
        water,
        clause.reads(resolved.contract(), period.series()),
        figures,
        List.copyOf(lines),
        carried.openings(),
        moves.stream().map(Moved::move).toList(),
        carried.progress(),
        recorder.calculator(clause.id()));
  }

  private void apply(Clause clause) {
    applied = clause.id();
    Outcome outcome = clause.apply(input(clause));
    figures.add(clause, outcome);
    Set<String> ids = new HashSet<>();
    lines.forEach(line -> ids.add(line.id()));
    for (LineDraft draft : outcome.lines()) {
      PlacedLine line = PlacedLine.of(clause, resolved.contract().tax().treated(clause, draft));
      if (!ids.add(line.id())) {
        throw new IllegalStateException("line id " + line.id() + " is made twice");
      }
      lines.add(line);
    }
    for (Outcome.Move move : outcome.moves()) {
      moves.add(new Moved(clause.id(), move));
    }
    taxes.putAll(outcome.taxes());
    findings.addAll(outcome.findings());
  }
}
