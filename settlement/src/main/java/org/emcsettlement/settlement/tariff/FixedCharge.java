package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * What is paid without any use: a basic charge, a capacity charge, a meter rent.
 *
 * @param id its id
 * @param label what bills call it
 * @param amount the amount of a month or day [currency]
 * @param basis whose amount it is
 * @param prorate whether a part of a month pays its part by days
 */
public record FixedCharge(
    String id, Bilingual label, BigDecimal amount, Basis basis, boolean prorate) implements Charge {

  /** Whose amount it is. */
  public enum Basis {
    /** Of a calendar month. */
    MONTH,
    /** Of a day. */
    DAY
  }

  @Override
  public Step step() {
    return Step.FIXED;
  }

  @Override
  public void bill(Bill bill) {
    Calculator calculator = bill.calculator();
    Figure stated = calculator.parameter("fixed-charge", amount, calculator.currencyCode());
    if (basis == Basis.DAY) {
      bill.add(this, "", label, calculator.days("days", bill.usage().part()), stated);
    } else {
      Figure one = calculator.parameter("one", BigDecimal.ONE, "");
      bill.add(this, "", label, one, bill.monthly("fixed-charge", stated, prorate));
    }
  }

  static Optional<FixedCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "固定费用", "fixed charge");
    Optional<BigDecimal> amount = json.required("amount").flatMap(JsonElement::notNegative);
    Optional<Basis> basis = json.optional("per").flatMap(e -> e.constant(Basis.class));
    Optional<Boolean> prorate = json.optional("prorate").flatMap(JsonElement::flag);
    return json.build(
        () ->
            new FixedCharge(
                id.orElseThrow(),
                label,
                amount.orElseThrow(),
                basis.orElse(Basis.MONTH),
                prorate.orElse(false)));
  }
}
