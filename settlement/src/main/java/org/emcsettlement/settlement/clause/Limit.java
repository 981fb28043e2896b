package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Keeps what is earned between a floor and a cap (settlement-methods, 5.7): in every statement, or
 * over the contract year or the term, where statements are differences of the limited sum and the
 * floor is due when the time is over. What exceeds the cap is lost, or banked: later statements
 * release it, oldest first, within the room under the cap that their own earnings leave.
 *
 * <p>It limits what the clauses before it earned; the contract's order decides whether it comes
 * before or after performance and compensation.
 */
@LibraryStyle
@Value.Immutable
public interface Limit extends Clause {

  /** The kind that contract files store. */
  String KIND = "limit";

  /** {@return over what the limits count} */
  @Value.Default
  default Cumulation over() {
    return Cumulation.PERIOD;
  }

  /** {@return the least amount} */
  Optional<BigDecimal> floor();

  /** {@return the greatest amount} */
  Optional<BigDecimal> cap();

  /** {@return whether limits per statement are prorated by days in a partial one} */
  @Value.Default
  default boolean prorate() {
    return false;
  }

  /** {@return what becomes of amounts above the cap; they are lost if absent} */
  Optional<Bank> bank();

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
    return Stage.LIMIT;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /**
   * How amounts above the cap are stored.
   *
   * @param periods m: what is not released by the m-th statement after its own expires; never if
   *     absent
   * @param atEnd what becomes of the rest when the term ends
   */
  record Bank(Optional<Integer> periods, AtEnd atEnd) {}

  /** What becomes of a banked rest when the term ends. */
  enum AtEnd {
    /** It expires. */
    FORFEITED,
    /** It is paid, whatever the cap. */
    PAID
  }

  /** What the clause makes of the earned amount. */
  LineKind LIMITED = LineKind.of("LIMITED", "限额后应得额", "within limits", Account.SAVINGS_SHARE);

  /** What the cap takes off or the floor adds. */
  LineKind ADJUSTMENT = LineKind.of("LIMIT", "上下限调整", "cap and floor", Account.SAVINGS_SHARE);

  /** What is banked. */
  LineKind BANKED = LineKind.of("BANKED", "超上限结存", "banked above the cap", Account.CARRIED);

  /** What is released from the bank. */
  LineKind RELEASED = LineKind.of("BANK_RELEASED", "结存释放", "released from bank", Account.CARRIED);

  /** What expires in the bank. */
  LineKind EXPIRED = LineKind.of("BANK_EXPIRED", "结存到期", "expired in bank", Account.CARRIED);

  /** Checks that there is a limit, and a cap where there is a bank. */
  @Value.Check
  default void check() {
    if (cap().isEmpty() && (floor().isEmpty() || bank().isPresent())) {
      throw new RuleException(
          id() + " 需要 cap 或 floor；bank 需要 cap",
          "limit " + id() + " needs cap or floor, and cap with bank");
    }
    if (bank().flatMap(Bank::periods).filter(periods -> periods < 1).isPresent()) {
      throw new RuleException(
          id() + " 的 bank.periods 至少为 1", "limit " + id() + " needs bank.periods of at least 1");
    }
  }

  @Override
  default Findings check(Contract contract) {
    Findings findings =
        over() == Cumulation.YEAR_TO_DATE ? YearPosition.check(contract, this) : Findings.none();
    boolean settledAgain = contract.schedule().annualStatement();
    boolean single = over() == Cumulation.PERIOD && series() != SeriesScope.REGULAR;
    if (settledAgain && (single || bank().isPresent())) {
      findings = findings.plus(finding(ContractFinding.LIMIT_OF_YEAR));
    }
    boolean crossed =
        cap().isPresent() && floor().filter(floor -> floor.compareTo(cap().get()) > 0).isPresent();
    return crossed
        ? findings.plus(
            finding(
                ContractFinding.FLOOR_ABOVE_CAP,
                "floor",
                floor().orElseThrow().toPlainString(),
                "cap",
                cap().orElseThrow().toPlainString()))
        : findings;
  }

  private Findings finding(FindingCode code, Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "clause";
    all[1] = id();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Findings.of(List.of(Finding.of(code, Place.pointer("contract.json", "/clauses"), all)));
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new LimitCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Limit> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.optional("over")
        .flatMap(element -> element.constant(Cumulation.class))
        .ifPresent(builder::over);
    builder.floor(json.optional("floor").flatMap(JsonElement::notNegative));
    builder.cap(json.optional("cap").flatMap(JsonElement::notNegative));
    json.optional("prorate").flatMap(JsonElement::flag).ifPresent(builder::prorate);
    builder.bank(json.optional("bank").flatMap(element -> element.object(Limit::bank)));
    return json.build(builder::build);
  }

  private static Optional<Bank> bank(JsonObject json) {
    Optional<Integer> periods = json.optional("periods").flatMap(JsonElement::integer);
    Optional<AtEnd> atEnd = json.constant("atEnd", AtEnd.class);
    return json.build(() -> new Bank(periods, atEnd.orElseThrow()));
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Limit}. */
  final class Builder extends ImmutableLimit.Builder {
    Builder() {}
  }
}
