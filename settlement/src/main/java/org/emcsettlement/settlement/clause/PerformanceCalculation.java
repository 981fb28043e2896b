package org.emcsettlement.settlement.clause;

import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Applies the score of a period to the linked part of the fee. */
final class PerformanceCalculation {

  private static final int AWAIT_DAYS = 30;

  private final StatementInput input;
  private final Performance terms;
  private final Calculator calculator;
  private final PerformanceFactor factors;
  private final boolean everyStatement;
  private final Outcome.Builder outcome = Outcome.builder();

  PerformanceCalculation(StatementInput input, Performance terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    this.factors = new PerformanceFactor(terms, calculator);
    this.everyStatement = terms.series() == SeriesScope.EVERY;
  }

  Outcome outcome() {
    if (everyStatement && input.period().series() == Series.ANNUAL) {
      return takenOver();
    }
    late();
    PostedAmount linked = linked();
    List<Scorecard.Item> items = known(input.period().service());
    if (items.isEmpty()) {
      missing(linked);
    } else {
      scored(linked, items);
    }
    return outcome.build();
  }

  private PostedAmount linked() {
    PostedAmount earned = Entitlements.earned(input);
    // of a loss nothing is linked: a bad score would give the provider a part of it back
    PostedAmount fee =
        earned.money().isNegative()
            ? calculator.larger("earned-so-far", earned, calculator.zero("nothing"))
            : earned;
    Figure part = calculator.parameter("linked-ratio", terms.linked(), "");
    PostedAmount linked =
        calculator.post(
            "linked-part",
            calculator.times("linked-part", calculator.currencyCode(), fee.figure(), part));
    outcome.line(
        LineDraft.builder()
            .item("linked")
            .kind(Performance.LINKED)
            .unitPrice(part)
            .amount(linked)
            .build());
    return linked;
  }

  /** The assessment of a period, if it was recorded in time for this statement. */
  private List<Scorecard.Item> known(Period period) {
    LocalDate last = input.period().service().end().plusDays(terms.awaitDays().orElse(AWAIT_DAYS));
    List<Scorecard.Item> items = input.evidence().scorecard().items(period);
    boolean inTime =
        items.stream()
            .flatMap(item -> item.recorded().stream())
            .noneMatch(recorded -> recorded.isAfter(last));
    return inTime ? items : List.of();
  }

  private void scored(PostedAmount linked, List<Scorecard.Item> items) {
    Figure score = factors.score(items);
    Figure factor = factors.factor(score, items);
    vetoesMissing(items);
    PostedAmount earned = earned(linked, factor);
    PostedAmount deduction =
        calculator.opposite("score-deduction", calculator.complement("not-earned", linked, earned));
    remember(deduction, false);
    outcome.line(
        LineDraft.builder()
            .kind(deduction.money().isPositive() ? Performance.BONUS : Performance.DEDUCTION)
            .use(LineDraft.Use.ENTITLEMENT)
            .unitPrice(factor)
            .amount(deduction)
            .remark(remark(score, factor, items))
            .build());
  }

  private PostedAmount earned(PostedAmount linked, Figure factor) {
    return calculator.post(
        "linked-part-earned",
        calculator.times("linked-part-earned", calculator.currencyCode(), linked.figure(), factor));
  }

  private Bilingual remark(Figure score, Figure factor, List<Scorecard.Item> items) {
    String shown = "s = " + score.value() + "，φ = " + factor.value();
    StringBuilder zh = new StringBuilder("得分 " + shown);
    StringBuilder en = new StringBuilder("score " + shown.replace("，", ", "));
    for (Scorecard.Item failed : PerformanceFactor.failed(terms, items)) {
      String points = failed.score().toPlainString();
      zh.append("；否决项“").append(failed.item()).append("”得 ").append(points).append(" 分，不合格");
      en.append("; veto item ").append(failed.item()).append(" failed with ").append(points);
    }
    return new Bilingual(zh.toString(), en.toString());
  }

  private void vetoesMissing(List<Scorecard.Item> items) {
    for (Performance.Veto veto : terms.vetoes()) {
      if (items.stream().noneMatch(item -> item.item().equals(veto.item()))) {
        outcome.finding(
            EvidenceFileFinding.SCORE_VETO_MISSING,
            Place.file(Scorecard.NAME).during(items.get(0).period().toString()),
            "period",
            items.get(0).period(),
            "item",
            veto.item());
      }
    }
  }

  /** The linked part waits for its score, paid in full or not at all. */
  private void missing(PostedAmount linked) {
    Period service = input.period().service();
    boolean withheld = isWithheld();
    outcome.finding(
        withheld ? EvidenceFileFinding.SCORE_AWAITED : EvidenceFileFinding.SCORE_MISSING,
        Place.file(Scorecard.NAME).during(service.toString()),
        "period",
        service);
    if (linked.money().isZero()) {
      return;
    }
    outcome.move(open() + service, Movement.Kind.ADDITION, linked);
    if (withheld) {
      PostedAmount unpaid = calculator.opposite("linked-part-withheld", linked);
      remember(unpaid, false);
      outcome.line(
          LineDraft.builder()
              .item("withheld")
              .kind(Performance.WITHHELD)
              .use(LineDraft.Use.ENTITLEMENT)
              .amount(unpaid)
              .build());
    }
  }

  private boolean isWithheld() {
    return terms.missingScore().filter(Performance.MissingScore.WITHHELD::equals).isPresent();
  }

  private String open() {
    return BalanceNames.SCORE_OPEN + terms.id() + "/";
  }

  /** Settles linked parts of earlier periods whose scores are known by now. */
  private void late() {
    for (String name : input.open(open())) {
      Period period = Period.parse(name.substring(open().length()));
      List<Scorecard.Item> items = known(period);
      if (!items.isEmpty()) {
        late(name, period, items);
      }
    }
  }

  private void late(String name, Period period, List<Scorecard.Item> items) {
    PostedAmount linked = input.opening(name);
    Figure score = factors.score(items);
    Figure factor = factors.factor(score, items);
    vetoesMissing(items);
    PostedAmount earned = earned(linked, factor);
    PostedAmount settled =
        isWithheld() ? earned : calculator.complement("earned-by-later-score", earned, linked);
    outcome.move(name, Movement.Kind.USE, linked);
    remember(settled, isWithheld());
    outcome.line(
        LineDraft.builder()
            .item("late")
            .kind(Performance.LATE)
            .use(LineDraft.Use.ENTITLEMENT)
            .givesBack(isWithheld())
            .period(period)
            .unitPrice(factor)
            .amount(settled)
            .remark(remark(score, factor, items))
            .build());
  }

  private void remember(PostedAmount amount, boolean givesBack) {
    if (everyStatement) {
      taken().remember(amount, givesBack);
    }
  }

  private TakenOver taken() {
    return new TakenOver(input, terms, BalanceNames.SCORE_DEDUCTION + terms.id(), outcome);
  }

  /** The year's entitlement is less by what the scores of its statements deducted. */
  private Outcome takenOver() {
    outcome.line(
        LineDraft.builder()
            .kind(Performance.DEDUCTION)
            .use(LineDraft.Use.ENTITLEMENT)
            .givesBack(true)
            .amount(taken().deductions())
            .remark(new Bilingual("各期考核扣减合计", "deductions of the year's statements"))
            .build());
    taken()
        .inside()
        .ifPresent(
            bonus ->
                outcome.line(
                    LineDraft.builder()
                        .item("bonus")
                        .kind(Performance.BONUS)
                        .use(LineDraft.Use.ENTITLEMENT)
                        .amount(bonus)
                        .remark(new Bilingual("各期考核奖励合计", "bonuses of the year's statements"))
                        .build()));
    return outcome.build();
  }
}
