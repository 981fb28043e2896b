package org.emcsettlement.settlement.packages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * Opens a joint statement: the savings of the members, added up. Joint clauses work on the sums as
 * clauses of a contract work on its own savings.
 */
final class MembersTotal implements Clause {

  static final String KIND = "members-total";

  static final LineKind SAVINGS =
      LineKind.of("MEMBERS_SAVINGS", "成员核定节能效益合计", "savings of the members", Account.SAVINGS_SHARE);

  private static final List<FigureKey<Figure>> QUANTITIES =
      List.of(Figures.AVOIDED_TOTAL, Figures.COUNTED_TOTAL);

  private final Pooling pooling;
  private final List<MeasuredMember> members;
  private final Findings findings;

  /** The members are those that could be settled, the findings tell of the others. */
  MembersTotal(Pooling pooling, List<MeasuredMember> members, Findings findings) {
    this.pooling = pooling;
    this.members = List.copyOf(members);
    this.findings = findings;
  }

  @Override
  public String id() {
    return "members";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @Override
  public Optional<String> reference() {
    return Optional.empty();
  }

  @Override
  public Stage stage() {
    return Stage.VERIFICATION;
  }

  @Override
  public Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  /** Sharing by contract year is refused where a statement lies in two of them. */
  @Override
  public Set<FigureKey<?>> writes() {
    return pooling == Pooling.NONE
        ? Set.of()
        : Set.of(
            Figures.VERIFIED_SAVINGS,
            Figures.SAVINGS_VALUE,
            Figures.AVOIDED_TOTAL,
            Figures.COUNTED_TOTAL,
            Figures.GUARANTEE,
            Figures.GUARANTEE_VERIFIED);
  }

  @Override
  public Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder().findings(findings);
    if (pooling == Pooling.NONE) {
      return outcome.build();
    }
    PostedAmount savings = savings(input.calculator());
    outcome.put(Figures.VERIFIED_SAVINGS, savings);
    outcome.line(LineDraft.builder().item("savings").kind(SAVINGS).amount(savings).build());
    for (FigureKey<Figure> key : QUANTITIES) {
      if (input.isRead(key)) {
        quantities(input.calculator(), key, outcome);
      }
    }
    if (input.isRead(Figures.GUARANTEE)) {
      outcome.put(
          Figures.GUARANTEE, guaranteed(input.calculator(), "guarantee", Figures.GUARANTEE));
      outcome.put(
          Figures.GUARANTEE_VERIFIED,
          guaranteed(input.calculator(), "verified", Figures.GUARANTEE_VERIFIED));
    }
    return outcome.build();
  }

  /** Every member guarantees for the days of its own term. */
  private Figure guaranteed(Calculator calculator, String what, FigureKey<Figure> key) {
    List<Figure> own = new ArrayList<>();
    for (MeasuredMember member : members) {
      for (Figure figure : member.figures().all(key)) {
        own.add(
            calculator
                .in(member.id())
                .fact("member-" + what, figure.value(), figure.unit(), member.source(key)));
      }
    }
    return own.isEmpty()
        ? calculator.parameter("nothing", BigDecimal.ZERO, "")
        : calculator.sum(what + "-of-members", own);
  }

  private PostedAmount savings(Calculator calculator) {
    List<PostedAmount> own = new ArrayList<>();
    for (MeasuredMember member : members) {
      for (PostedAmount verified : member.figures().all(Figures.VERIFIED_SAVINGS)) {
        own.add(
            calculator
                .in(member.id())
                .given(
                    calculator
                        .in(member.id())
                        .fact(
                            "member-savings",
                            verified.money().getAmount(),
                            calculator.currencyCode(),
                            member.source(Figures.VERIFIED_SAVINGS))));
      }
    }
    return own.isEmpty()
        ? calculator.zero("savings-of-members")
        : calculator.total("savings-of-members", own);
  }

  private void quantities(Calculator calculator, FigureKey<Figure> key, Outcome.Builder outcome) {
    for (Commodity commodity : Commodity.values()) {
      List<Figure> own = new ArrayList<>();
      for (MeasuredMember member : members) {
        member
            .figures()
            .get(key, commodity)
            .ifPresent(
                quantity ->
                    own.add(
                        calculator
                            .in(member.id() + "/" + commodity.id())
                            .fact(
                                "member-quantity",
                                quantity.value(),
                                quantity.unit(),
                                member.source(key + "/" + commodity.id()))));
      }
      if (!own.isEmpty()) {
        outcome.put(key, commodity, calculator.in(commodity.id()).sum("quantity-of-members", own));
      }
    }
  }
}
