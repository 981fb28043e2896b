package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Withholds, takes claims from what is held, releases. */
final class RetentionCalculation {

  private final StatementInput input;
  private final Retention terms;
  private final Calculator calculator;
  private final Outcome.Builder outcome = Outcome.builder();
  private final List<Occasion> occasions;

  /** A release whose day is known. */
  private record Occasion(LocalDate date, BigDecimal share) {}

  RetentionCalculation(StatementInput input, Retention terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    this.occasions = occasions();
  }

  Outcome outcome() {
    PostedAmount zero = calculator.zero("nothing");
    PostedAmount held = input.opening(BalanceNames.RETENTION);
    if (!isOver()) {
      held = calculator.total("retention-held", List.of(held, withhold(zero)));
    }
    // regular statements have covered the days of an annual one already
    if (input.period().series() == Series.REGULAR) {
      release(claim(held));
    }
    return outcome.build();
  }

  private List<Occasion> occasions() {
    List<Occasion> known = new ArrayList<>();
    for (Retention.Release release : terms.releases()) {
      release
          .date()
          .or(() -> release.milestone().flatMap(milestone -> recorded(milestone.name())))
          .ifPresent(date -> known.add(new Occasion(date, release.share())));
    }
    known.sort(Comparator.comparing(Occasion::date));
    return known;
  }

  /** The day of a milestone; one before the term counts from its first day. */
  private Optional<LocalDate> recorded(String milestone) {
    LocalDate start = input.contract().term().start();
    return input.evidence().milestones().entries().stream()
        .filter(entry -> entry.item().equals(milestone))
        .map(DatedRecords.Entry::date)
        .min(Comparator.naturalOrder())
        .map(date -> date.isBefore(start) ? start : date);
  }

  private boolean allKnown() {
    return !occasions.isEmpty() && occasions.size() == terms.releases().size();
  }

  /** After the last release nothing would pay out what is withheld. */
  private boolean isOver() {
    if (!allKnown()) {
      return false;
    }
    LocalDate last = occasions.get(occasions.size() - 1).date();
    LocalDate from =
        input.period().series() == Series.ANNUAL
            ? input.period().service().end()
            : input.period().service().start();
    return last.isBefore(from) && !last.isBefore(input.contract().term().start());
  }

  private PostedAmount withhold(PostedAmount zero) {
    PostedAmount base =
        input.get(terms.base() == Retention.Base.NET ? Figures.NET_TOTAL : Figures.GROSS_TOTAL);
    Figure ratio = calculator.parameter("retention-ratio", terms.ratio(), "");
    PostedAmount wanted =
        calculator.larger(
            "retention",
            calculator.post(
                "retention",
                calculator.times("retention", calculator.currencyCode(), base.figure(), ratio)),
            zero);
    PostedAmount withheld = terms.ceiling().map(c -> room(c, wanted)).orElse(wanted);
    if (!withheld.money().isZero()) {
      outcome.move(BalanceNames.RETENTION, Movement.Kind.ADDITION, withheld);
      if (terms.ceiling().isPresent()) {
        outcome.move(BalanceNames.RETENTION_WITHHELD, Movement.Kind.ADDITION, withheld);
      }
      outcome.line(
          payable("", Retention.WITHHELD, calculator.opposite("retention", withheld)).build());
    }
    return withheld;
  }

  private PostedAmount room(BigDecimal ceiling, PostedAmount wanted) {
    PostedAmount limit =
        calculator.given(
            calculator.parameter(
                "retention-ceiling", ceiling.setScale(2), calculator.currencyCode()));
    PostedAmount room =
        calculator.larger(
            "retention-room",
            calculator.complement(
                "retention-room", limit, input.opening(BalanceNames.RETENTION_WITHHELD)),
            calculator.zero("nothing"));
    return calculator.smaller("retention", wanted, room);
  }

  /** Takes the claims of the period from what is held, as far as it goes. */
  private PostedAmount claim(PostedAmount held) {
    PostedAmount left = held;
    List<DatedRecords.Entry> claims = input.evidence().claims().in(input.period().service());
    for (int i = 0; i < claims.size(); i++) {
      DatedRecords.Entry entry = claims.get(i);
      PostedAmount claimed =
          calculator.given(
              calculator.fact(
                  "claim", entry.value().setScale(2), calculator.currencyCode(), entry.origin()));
      PostedAmount taken = calculator.smaller("claim-from-retention", claimed, left);
      if (taken.money().isLessThan(claimed.money())) {
        outcome.finding(
            EvidenceFileFinding.CLAIM_EXCEEDS,
            Place.file(DatedRecords.Use.CLAIM.file()).during(entry.date().toString()),
            "item",
            entry.item(),
            "claimed",
            claimed.money().getAmount().toPlainString(),
            "held",
            left.money().getAmount().toPlainString());
      }
      if (!taken.money().isZero()) {
        left = calculator.complement("retention-held", left, taken);
        claimed("claim-" + (i + 1), entry, taken);
      }
    }
    return left;
  }

  private void claimed(String item, DatedRecords.Entry entry, PostedAmount taken) {
    Bilingual remark =
        new Bilingual(
            entry.item() + "；证据 " + entry.evidence(),
            entry.item() + "; evidence " + entry.evidence());
    outcome.move(BalanceNames.RETENTION, Movement.Kind.USE, taken);
    outcome.line(payable(item + "-applied", Retention.APPLIED, taken).build());
    outcome.line(
        payable(item, Retention.CLAIM, calculator.opposite("claim-from-retention", taken))
            .remark(remark)
            .build());
  }

  private void release(PostedAmount held) {
    PostedAmount left = held;
    for (int i = 0; i < occasions.size(); i++) {
      Occasion occasion = occasions.get(i);
      if (input.period().service().contains(occasion.date())) {
        boolean last = allKnown() && i == occasions.size() - 1;
        PostedAmount paid = left;
        if (!last) {
          Figure share = calculator.parameter("release-share", occasion.share(), "");
          paid =
              calculator.post(
                  "retention-released",
                  calculator.times(
                      "retention-released", calculator.currencyCode(), left.figure(), share));
        }
        left = calculator.complement("retention-held", left, paid);
        outcome.move(BalanceNames.RETENTION, Movement.Kind.USE, paid);
        outcome.line(payable("release-" + (i + 1), Retention.RELEASED, paid).build());
      }
    }
  }

  private static LineDraft.Builder payable(String item, LineKind kind, PostedAmount amount) {
    return LineDraft.builder()
        .item(item)
        .kind(kind)
        .use(LineDraft.Use.PAYABLE)
        .taxable(false)
        .amount(amount);
  }
}
