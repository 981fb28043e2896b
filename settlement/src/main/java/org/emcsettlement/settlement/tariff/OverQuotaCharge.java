package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Relation;

/**
 * The progressive surcharge on what exceeds a water quota or a plan (超定额、超计划累进加价). Bands are
 * fractions of that quota or plan; local rules differ in the base, the multiple and the components
 * it multiplies.
 *
 * @param id its id
 * @param label what bills call it
 * @param base what the volume is
 * @param volume the quota or the planned volume [canonical unit]
 * @param per what the volume belongs to
 * @param bands the bands of the excess
 * @param charges the flat charges whose prices the multiples apply to
 */
public record OverQuotaCharge(
    String id,
    Bilingual label,
    Base base,
    BigDecimal volume,
    Per per,
    QuotaBands bands,
    List<String> charges)
    implements Charge {

  /** From what the excess and the bands are counted. */
  public enum Base {
    /** The quota (定额). */
    QUOTA,
    /** The planned volume (计划用水量). */
    PLAN
  }

  @Override
  public Step step() {
    return Step.TIERS;
  }

  @Override
  public void bill(Bill bill) {
    Calculator calculator = bill.calculator();
    Figure allowed = allowed(bill);
    Figure after = excess(bill, allowed, bill.usage().total());
    Figure lower = calculator.parameter("nothing", BigDecimal.ZERO, bill.unit());
    for (int i = 0; i < bands.bands().size(); i++) {
      QuotaBands.Band band = bands.bands().get(i);
      Optional<Figure> upper = bands.upperBound(calculator, band, allowed);
      calculator.compare("tier-reached", after, Relation.GREATER, lower);
      Figure part = calculator.tier("quantity-in-tier", after, lower, upper);
      if (per == Per.YEAR) {
        Figure before =
            calculator.minus("excess-over-quota", bill.usage().yearBefore().orElseThrow(), allowed);
        part =
            calculator.minus(
                "quantity-in-tier", part, calculator.tier("in-tier-before", before, lower, upper));
      }
      bill.add(
          this,
          "band-" + (i + 1),
          bandLabel(i),
          part,
          bands.price(calculator, band, basePrice(bill)));
      lower = upper.orElse(lower);
    }
  }

  private Figure allowed(Bill bill) {
    return bill.threshold(volume, per);
  }

  private Figure excess(Bill bill, Figure allowed, Figure quantity) {
    Calculator calculator = bill.calculator();
    Figure counted =
        per == Per.YEAR
            ? calculator.plus("year-to-date", bill.usage().yearBefore().orElseThrow(), quantity)
            : quantity;
    return calculator.minus("excess-over-quota", counted, allowed);
  }

  private Figure basePrice(Bill bill) {
    List<Figure> prices = new ArrayList<>();
    for (FlatCharge charge : bill.version().flat(charges)) {
      charge.lastUnit(bill, "").ifPresent(prices::add);
    }
    return prices.size() == 1 ? prices.get(0) : bill.calculator().sum("base-price", prices);
  }

  private Bilingual bandLabel(int band) {
    String lower =
        band == 0
            ? "0"
            : bands.bands().get(band - 1).upTo().map(BigDecimal::toPlainString).orElse("0");
    String upper = bands.bands().get(band).upTo().map(BigDecimal::toPlainString).orElse("∞");
    String range = lower + "–" + upper;
    return new Bilingual(label.zh() + "，超出 " + range + " 倍", label.en() + ", excess " + range);
  }

  @Override
  public Optional<Figure> lastUnit(Bill bill, String band) {
    Calculator calculator = bill.calculator();
    Figure allowed = allowed(bill);
    Figure excess = excess(bill, allowed, bill.usage().total());
    Figure lower = calculator.parameter("nothing", BigDecimal.ZERO, bill.unit());
    Figure price = calculator.parameter("nothing", BigDecimal.ZERO, bill.priceUnit());
    for (QuotaBands.Band each : bands.bands()) {
      Figure beyond = calculator.compare("tier-reached", excess, Relation.GREATER, lower);
      Figure here = bands.price(calculator, each, basePrice(bill));
      price = calculator.select("price-of-tier", beyond, here, price);
      lower = bands.upperBound(calculator, each, allowed).orElse(lower);
    }
    return Optional.of(price);
  }

  @Override
  public void check(TariffVersion version, Place place, FindingCollector findings) {
    if (!bands.adjacent()) {
      findings.add(TariffFinding.TIERS, place, "id", id);
    }
    for (String charge : charges) {
      if (version.flat(List.of(charge)).isEmpty()) {
        findings.add(TariffFinding.UNKNOWN_CHARGE, place, "id", id, "charge", charge);
      }
    }
  }

  static Optional<OverQuotaCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "超定额累进加价", "over-quota surcharge");
    Optional<Base> base = json.constant("base", Base.class);
    Optional<BigDecimal> volume = unit.volume(json, "volume");
    Optional<Per> per = json.constant("per", Per.class);
    List<QuotaBands.Band> bands = json.objects("bands", QuotaBands.Band::read);
    Optional<QuotaBands.Multiple> multiple = json.constant("multiple", QuotaBands.Multiple.class);
    List<String> charges = json.list("charges", JsonElement::text);
    return json.build(
        () ->
            new OverQuotaCharge(
                id.orElseThrow(),
                label,
                base.orElseThrow(),
                volume.orElseThrow(),
                per.orElseThrow(),
                new QuotaBands(bands, multiple.orElseThrow()),
                charges));
  }
}
