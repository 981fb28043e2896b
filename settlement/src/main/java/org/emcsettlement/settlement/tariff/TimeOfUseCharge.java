package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Figure;

/**
 * A price for each time band (尖峰平谷).
 *
 * @param id its id
 * @param label what bills call it
 * @param prices the price by band [currency per canonical unit]
 */
public record TimeOfUseCharge(String id, Bilingual label, Map<String, BigDecimal> prices)
    implements Charge {

  @Override
  public Step step() {
    return Step.ENERGY;
  }

  @Override
  public void bill(Bill bill) {
    bill.usage()
        .bands()
        .forEach(
            (band, quantity) ->
                bill.add(this, band, BandCalendar.label(label, band), quantity, price(bill, band)));
  }

  private Figure price(Bill bill, String band) {
    BigDecimal price = prices.getOrDefault(band, BigDecimal.ZERO);
    return bill.calculator().parameter("unit-price", price, bill.priceUnit());
  }

  @Override
  public Optional<Figure> lastUnit(Bill bill, String band) {
    return Optional.of(price(bill, band));
  }

  @Override
  public void check(TariffVersion version, Place place, FindingCollector findings) {
    version.checkBands(id, new TreeSet<>(prices.keySet()), place, findings);
  }

  static Optional<TimeOfUseCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "分时电费", "time of use");
    Optional<Map<String, BigDecimal>> prices =
        json.object("prices", bands -> Optional.of(prices(bands, unit)));
    return json.build(() -> new TimeOfUseCharge(id.orElseThrow(), label, prices.orElseThrow()));
  }

  private static Map<String, BigDecimal> prices(JsonObject bands, TariffUnit unit) {
    Map<String, BigDecimal> prices = new LinkedHashMap<>();
    for (String band : bands.keys()) {
      unit.price(bands, band).ifPresent(price -> prices.put(band, price));
    }
    return prices;
  }
}
