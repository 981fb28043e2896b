package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * One price for every unit, or for a ratio of them: supply and resource fee of water, sewage at its
 * discharge ratio, gas, metered heat, funds on electricity.
 *
 * @param id its id
 * @param label what bills call it
 * @param price its price [currency per canonical unit]; absent for the contract's own price of the
 *     commodity, which may be escalated or indexed
 * @param volumeRatio the billed part of the quantity, such as the discharge ratio of sewage
 */
public record FlatCharge(
    String id, Bilingual label, Optional<BigDecimal> price, BigDecimal volumeRatio)
    implements Charge {

  @Override
  public Step step() {
    return Step.ENERGY;
  }

  @Override
  public void bill(Bill bill) {
    bill.add(this, "", label, volume(bill, bill.usage().total()), unitPrice(bill));
  }

  private Figure volume(Bill bill, Figure quantity) {
    return whole()
        ? quantity
        : bill.calculator().times("billed-volume", bill.unit(), quantity, ratio(bill));
  }

  private boolean whole() {
    return volumeRatio.compareTo(BigDecimal.ONE) == 0;
  }

  private Figure ratio(Bill bill) {
    return bill.calculator().parameter("volume-ratio", volumeRatio, "");
  }

  /** The price of a billed unit. */
  Figure unitPrice(Bill bill) {
    Calculator calculator = bill.calculator();
    return price
        .map(p -> calculator.parameter("unit-price", p, bill.priceUnit()))
        .orElseGet(() -> bill.usage().contractPrice().orElseThrow());
  }

  @Override
  public Optional<Figure> lastUnit(Bill bill, String band) {
    Figure full = unitPrice(bill);
    return Optional.of(
        whole()
            ? full
            : bill.calculator().times("unit-price", bill.priceUnit(), full, ratio(bill)));
  }

  static Optional<FlatCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "电（水、气、热）费", "energy or water");
    Optional<BigDecimal> price = unit.optionalPrice(json, "price");
    Optional<BigDecimal> ratio = json.optional("volumeRatio").flatMap(JsonElement::notNegative);
    return json.build(
        () -> new FlatCharge(id.orElseThrow(), label, price, ratio.orElse(BigDecimal.ONE)));
  }
}
