package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The utility's tax on top of a bill whose prices exclude it.
 *
 * @param id its id
 * @param label what bills call it
 * @param rate the rate
 */
public record VatCharge(String id, Bilingual label, BigDecimal rate) implements Charge {

  @Override
  public Step step() {
    return Step.TAX;
  }

  @Override
  public void bill(Bill bill) {
    bill.add(this, "", label, bill.total().figure(), rate(bill));
  }

  /** The rate. */
  Figure rate(Bill bill) {
    return bill.calculator().parameter("utility-vat-rate", rate, "");
  }

  static Optional<VatCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "增值税（账单）", "utility VAT");
    Optional<BigDecimal> rate = json.required("rate").flatMap(JsonElement::ratio);
    return json.build(() -> new VatCharge(id.orElseThrow(), label, rate.orElseThrow()));
  }
}
