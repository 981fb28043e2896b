package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * Shares revenue beside savings (settlement-methods, 5.18): a subsidy, certificates, demand
 * response. Every kind of revenue has a clause, lines and a ratio of its own; it is never part of
 * the savings, of scores or of limits. Whoever received the money owes the other's part.
 */
@LibraryStyle
@Value.Immutable
public interface OtherRevenue extends Clause {

  /** The kind that contract files store. */
  String KIND = "other-revenue";

  /** {@return where the revenue comes from} */
  Source source();

  /** {@return the service provider's ratio} */
  BigDecimal ratio();

  /** {@return who receives the money} */
  Receiver receivedBy();

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
    return Stage.BILLING;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<String> records() {
    return Set.of(DatedRecords.Use.RECEIPT.file());
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** Where revenue comes from. */
  enum Source {
    /** A public subsidy. */
    SUBSIDY("SUBSIDY", "财政补贴", "subsidy"),
    /** Emission allowances or reductions sold. */
    CARBON("CARBON_REVENUE", "碳减排收益", "carbon revenue"),
    /** Certificates sold, such as green power or energy savings. */
    CERTIFICATE("CERTIFICATE_REVENUE", "证书收益", "certificate revenue"),
    /** Payments for demand response. */
    DEMAND_RESPONSE("DEMAND_RESPONSE_REVENUE", "需求响应收益", "demand response revenue");

    private final String code;
    private final String zh;
    private final String en;

    Source(String code, String zh, String en) {
      this.code = code;
      this.zh = zh;
      this.en = en;
    }

    private LineKind received() {
      return LineKind.of(code, zh, en, Account.SAVINGS_SHARE);
    }
  }

  /** Who receives the money. */
  enum Receiver {
    /** The institution; it owes the service provider's part. */
    INSTITUTION,
    /** The service provider; it owes the institution's part. */
    SERVICE_PROVIDER
  }

  /** The service provider's part. */
  LineKind PROVIDER_PART =
      LineKind.of(
          "REVENUE_PROVIDER_PART", "其他收益乙方应得", "provider's part of revenue", Account.SAVINGS_SHARE);

  /** The institution's part. */
  LineKind INSTITUTION_PART =
      LineKind.of(
          "REVENUE_INSTITUTION_PART",
          "其他收益甲方应得",
          "institution's part of revenue",
          Account.SAVINGS_SHARE);

  @Override
  default Outcome apply(StatementInput input) {
    List<DatedRecords.Entry> receipts =
        input.evidence().receipts().in(input.period().service()).stream()
            .filter(receipt -> receipt.item().equals(id()))
            .toList();
    if (receipts.isEmpty()) {
      return Outcome.builder().build();
    }
    Calculator calculator = input.calculator();
    List<PostedAmount> amounts = new ArrayList<>();
    for (DatedRecords.Entry receipt : receipts) {
      amounts.add(
          calculator.given(
              calculator.fact(
                  "revenue-received",
                  receipt.value(),
                  calculator.currencyCode(),
                  receipt.origin())));
    }
    PostedAmount revenue = calculator.total("revenue-received", amounts);
    Figure ratio = calculator.parameter("provider-ratio", ratio(), "");
    Figure exact =
        calculator.times("revenue-of-provider", calculator.currencyCode(), revenue.figure(), ratio);
    PostedAmount provider = calculator.post("revenue-of-provider", exact);
    PostedAmount institution = calculator.complement("revenue-of-institution", revenue, provider);
    boolean byInstitution = receivedBy() == Receiver.INSTITUTION;
    return Outcome.builder()
        .line(
            LineDraft.builder().item("received").kind(source().received()).amount(revenue).build())
        .line(
            LineDraft.builder()
                .item("provider")
                .kind(PROVIDER_PART)
                .use(byInstitution ? LineDraft.Use.ENTITLEMENT : LineDraft.Use.MEMO)
                .unitPrice(ratio)
                .exact(exact)
                .amount(provider)
                .build())
        .line(
            LineDraft.builder()
                .item("institution")
                .kind(INSTITUTION_PART)
                .use(byInstitution ? LineDraft.Use.MEMO : LineDraft.Use.ENTITLEMENT)
                .amount(
                    byInstitution
                        ? institution
                        : calculator.opposite("revenue-of-institution", institution))
                .build())
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<OtherRevenue> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.constant("source", Source.class).ifPresent(builder::source);
    json.required("ratio").flatMap(JsonElement::ratio).ifPresent(builder::ratio);
    json.constant("receivedBy", Receiver.class).ifPresent(builder::receivedBy);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link OtherRevenue}. */
  final class Builder extends ImmutableOtherRevenue.Builder {
    Builder() {}
  }
}
