package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * The least that a bill comes to; what it lacks is a line of its own.
 *
 * @param id its id
 * @param label what bills call it
 * @param amount the least bill of a month, before tax [currency]
 * @param prorate whether a part of a month has its part by days
 */
public record MinimumCharge(String id, Bilingual label, BigDecimal amount, boolean prorate)
    implements Charge {

  @Override
  public Step step() {
    return Step.MINIMUM;
  }

  @Override
  public void bill(Bill bill) {
    Calculator calculator = bill.calculator();
    Figure stated = calculator.parameter("minimum-bill", amount, calculator.currencyCode());
    PostedAmount least =
        calculator.post("minimum-bill", bill.monthly("minimum-bill", stated, prorate));
    PostedAmount total = bill.total();
    Figure below =
        calculator.compare("bill-below-minimum", total.figure(), Relation.LESS, least.figure());
    PostedAmount lacking = calculator.complement("lacks-to-minimum", least, total);
    Figure one = calculator.parameter("one", BigDecimal.ONE, "");
    bill.add(
        this,
        "",
        label,
        one,
        least.figure(),
        calculator.choose("bill-line", below, lacking, calculator.zero("nothing")));
  }

  static Optional<MinimumCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "最低收费补足", "minimum bill");
    Optional<BigDecimal> amount = json.required("amount").flatMap(JsonElement::notNegative);
    Optional<Boolean> prorate = json.optional("prorate").flatMap(JsonElement::flag);
    return json.build(
        () ->
            new MinimumCharge(
                id.orElseThrow(), label, amount.orElseThrow(), prorate.orElse(false)));
  }
}
