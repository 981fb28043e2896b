package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * Withholds a part of every statement and releases it at agreed dates (settlement-methods, 5.9):
 * {@code R = round(ρ·base)} until a ceiling; each release pays a share of the held balance, the
 * last one the exact rest. Retention is a payment condition: it changes neither revenue nor tax.
 */
@LibraryStyle
@Value.Immutable
public interface Retention extends Clause {

  /** The kind that contract files store. */
  String KIND = "retention";

  /** {@return ρ} */
  BigDecimal ratio();

  /** {@return what it is a part of} */
  @Value.Default
  default Base base() {
    return Base.NET;
  }

  /** {@return the sum of all withholding, released or not, at which it stops} */
  Optional<BigDecimal> ceiling();

  /** {@return the releases, in any order} */
  List<Release> releases();

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
    return Stage.RETENTION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.NET_TOTAL, Figures.GROSS_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** What retention is a part of. */
  enum Base {
    /** The payable lines without tax. */
    NET,
    /** The payable lines with tax. */
    GROSS
  }

  /**
   * A release.
   *
   * @param date the date; it is paid with the statement whose service period holds it
   * @param share the share of the balance held then; the last release pays the rest
   */
  record Release(LocalDate date, BigDecimal share) {}

  /** What is withheld. */
  LineKind WITHHELD = LineKind.of("RETENTION", "扣留质保金", "retention withheld", Account.RETENTION);

  /** What is released. */
  LineKind RELEASED =
      LineKind.of("RETENTION_RELEASE", "释放质保金", "retention released", Account.RETENTION);

  @Override
  default Findings check(Contract contract) {
    FindingCollector findings = new FindingCollector();
    for (Release release : releases()) {
      if (!contract.term().period().contains(release.date())) {
        findings.add(
            ContractFinding.RELEASE_OUT_OF_TERM,
            Place.pointer("contract.json", "/clauses"),
            "clause",
            id(),
            "date",
            release.date(),
            "term",
            contract.term().period());
      }
    }
    return findings.findings();
  }

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    String currency = calculator.currencyCode();
    PostedAmount zero = calculator.zero("nothing");
    PostedAmount held = input.opening(BalanceNames.RETENTION);
    PostedAmount base = input.get(base() == Base.NET ? Figures.NET_TOTAL : Figures.GROSS_TOTAL);
    Figure ratio = calculator.parameter("retention-ratio", ratio(), "");
    PostedAmount wanted =
        calculator.larger(
            "retention",
            calculator.post(
                "retention", calculator.times("retention", currency, base.figure(), ratio)),
            zero);
    PostedAmount withheld = ceiling().map(c -> room(input, c, wanted)).orElse(wanted);
    Outcome.Builder outcome = Outcome.builder();
    if (!withheld.money().isZero()) {
      outcome.move(BalanceNames.RETENTION, Movement.Kind.ADDITION, withheld);
      if (ceiling().isPresent()) {
        outcome.move(BalanceNames.RETENTION_WITHHELD, Movement.Kind.ADDITION, withheld);
      }
      outcome.line(payable("", WITHHELD, calculator.opposite("retention", withheld)));
    }
    release(input, calculator.total("retention-held", List.of(held, withheld)), outcome);
    return outcome.build();
  }

  private static PostedAmount room(StatementInput input, BigDecimal ceiling, PostedAmount wanted) {
    Calculator calculator = input.calculator();
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

  /** Regular statements release; an annual one covers days that they have covered already. */
  private void release(StatementInput input, PostedAmount held, Outcome.Builder outcome) {
    if (input.period().series() == Series.ANNUAL) {
      return;
    }
    Calculator calculator = input.calculator();
    PostedAmount left = held;
    List<Release> inOrder =
        releases().stream().sorted(Comparator.comparing(Release::date)).toList();
    for (int i = 0; i < inOrder.size(); i++) {
      Release release = inOrder.get(i);
      if (input.period().service().contains(release.date())) {
        boolean last = i == inOrder.size() - 1;
        PostedAmount paid = left;
        if (!last) {
          Figure share = calculator.parameter("release-share", release.share(), "");
          paid =
              calculator.post(
                  "retention-released",
                  calculator.times(
                      "retention-released", calculator.currencyCode(), left.figure(), share));
        }
        left = calculator.complement("retention-held", left, paid);
        outcome.move(BalanceNames.RETENTION, Movement.Kind.USE, paid);
        outcome.line(payable("release-" + (i + 1), RELEASED, paid));
      }
    }
  }

  private static LineDraft payable(String item, LineKind kind, PostedAmount amount) {
    return LineDraft.builder()
        .item(item)
        .kind(kind)
        .use(LineDraft.Use.PAYABLE)
        .taxable(false)
        .amount(amount)
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Retention> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.required("ratio").flatMap(JsonElement::ratio).ifPresent(builder::ratio);
    json.optional("base").flatMap(element -> element.constant(Base.class)).ifPresent(builder::base);
    builder.ceiling(json.optional("ceiling").flatMap(JsonElement::amount));
    builder.releases(
        json.objects(
            "releases",
            release -> {
              Optional<LocalDate> date = release.date("date");
              Optional<BigDecimal> share = release.required("share").flatMap(JsonElement::ratio);
              return release.build(() -> new Release(date.orElseThrow(), share.orElseThrow()));
            }));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Retention}. */
  final class Builder extends ImmutableRetention.Builder {
    Builder() {}
  }
}
