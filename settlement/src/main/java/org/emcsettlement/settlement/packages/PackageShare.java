package org.emcsettlement.settlement.packages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.RunType;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * A member's part of what one joint clause earned. The trail shows the joint amount, the member's
 * weight among all, its exact quota, and that what was allocated lies within a fen of it; the
 * allocation itself is a node of the joint trail.
 */
final class PackageShare implements Clause {

  static final String KIND = "package-share";

  private static final BigDecimal FEN = new BigDecimal("0.01");

  private final String jointClause;
  private final String member;
  private final Statement joint;
  private final List<JointShares.Share> shares;

  PackageShare(String jointClause, String member, Statement joint, List<JointShares.Share> shares) {
    this.jointClause = jointClause;
    this.member = member;
    this.joint = joint;
    this.shares = List.copyOf(shares);
  }

  /** The full stop keeps it apart from the ids of the member's own clauses. */
  @Override
  public String id() {
    return "package." + jointClause;
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
    return Stage.PACKAGE;
  }

  @Override
  public Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  public Set<FigureKey<?>> writes() {
    return Set.of();
  }

  @Override
  public Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    for (JointShares.Share share : shares) {
      outcome.line(line(share, input.calculator().in(share.line())));
    }
    if (joint.key().runType() == RunType.PROVISIONAL) {
      outcome.finding(PackageFinding.JOINT_PROVISIONAL, Place.NOWHERE.during(input.period().key()));
    }
    return outcome.build();
  }

  private LineDraft line(JointShares.Share share, Calculator calculator) {
    String currency = calculator.currencyCode();
    BigDecimal total = share.joint().amount().orElseThrow().money().getAmount();
    Figure whole = calculator.fact("joint-amount", total, currency, source(share.line()));
    LineDraft.Builder line = LineDraft.builder();
    Figure allocated =
        calculator.fact(
            "allocated-amount",
            share.amount(),
            currency,
            source(JointAllocation.ID + "." + member + "." + share.line()));
    share
        .weight()
        .ifPresent(
            weight -> {
              Figure quota = quota(share, weight, whole, calculator);
              Figure distance =
                  calculator.absolute(
                      "distance-from-quota",
                      calculator.minus("distance-from-quota", allocated, quota));
              calculator.compare(
                  "within-a-fen",
                  distance,
                  Relation.LESS,
                  calculator.parameter("fen", FEN, currency));
              line.exact(quota);
            });
    PostedAmount amount = calculator.given(allocated);
    return line.item(item(share.line()))
        .kind(share.joint().kind())
        .use(share.joint().use())
        .taxable(share.joint().taxable())
        .treatment(share.joint().treatment())
        .amount(amount)
        .remark(
            new Bilingual(
                named(share, Bilingual::zh, "：")
                    + "打包合同 "
                    + joint.key().contract()
                    + " 合并核算 "
                    + total.toPlainString()
                    + " 的分摊",
                named(share, Bilingual::en, ": ")
                    + "allocated from "
                    + total.toPlainString()
                    + " settled jointly in package "
                    + joint.key().contract()))
        .build();
  }

  /** What the joint line is for, such as the name of a joint cost. */
  private static String named(
      JointShares.Share share, Function<Bilingual, String> language, String colon) {
    return share.joint().remark().map(language).map(name -> name + colon).orElse("");
  }

  private Figure quota(
      JointShares.Share share, Figure weight, Figure whole, Calculator calculator) {
    String source = source(JointAllocation.ID + "." + member + "." + share.line());
    Figure own = calculator.fact("weight", weight.value(), weight.unit(), source);
    Figure all =
        calculator.fact(
            "weights-of-all", share.weights().orElseThrow(), weight.unit(), source(share.line()));
    return calculator.over(
        "allocation-quota",
        whole.unit(),
        calculator.times("amount-times-weight", whole.unit(), whole, own),
        all);
  }

  private String source(String line) {
    return "joint/statement.json@" + joint.digest() + "#" + line;
  }

  /** The joint line's id without its clause, so that the own id reads package.clause.item. */
  private String item(String jointLine) {
    String rest = jointLine.substring(jointClause.length());
    return rest.startsWith(".") ? rest.substring(1) : rest.replace('/', '.');
  }
}
