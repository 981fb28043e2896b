package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.savings.DriverValue;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.tariff.QuotaBands;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** The surcharge of the adjusted baseline less that of the actual use, band by band. */
final class SurchargeCalculation {

  private static final int SHOWN_DECIMALS = 3;

  private final StatementInput input;
  private final OverQuotaSurcharge terms;
  private final QuotaBands bands;
  private final Calculator calculator;
  private final Commodity commodity;
  private final String unit;

  SurchargeCalculation(StatementInput input, OverQuotaSurcharge terms) {
    this.input = input;
    this.terms = terms;
    this.bands = new QuotaBands(terms.bands(), terms.multiple());
    this.commodity = terms.commodity();
    this.calculator = input.calculator().in(commodity.id());
    this.unit = commodity.unit().symbol();
  }

  Outcome outcome() {
    Figure quota = quota();
    Figure baseline = excess(Figures.COUNTED_TOTAL, quota);
    Figure actual = excess(Figures.ACTUAL_TOTAL, quota);
    Outcome.Builder outcome = Outcome.builder();
    List<PostedAmount> avoided = new ArrayList<>();
    Figure lower = calculator.parameter("nothing", BigDecimal.ZERO, unit);
    for (int i = 0; i < terms.bands().size(); i++) {
      QuotaBands.Band band = terms.bands().get(i);
      Optional<Figure> upper = bands.upperBound(calculator, band, quota);
      Figure price = price(band);
      Figure before = calculator.tier("baseline-in-band", baseline, lower, upper);
      Figure after = calculator.tier("actual-in-band", actual, lower, upper);
      PostedAmount difference =
          calculator.complement(
              "avoided-surcharge",
              surcharge("surcharge-of-baseline", before, price),
              surcharge("surcharge-of-actual", after, price));
      avoided.add(difference);
      outcome.line(
          LineDraft.builder()
              .item("band-" + (i + 1))
              .kind(OverQuotaSurcharge.AVOIDED_SURCHARGE)
              .commodity(commodity)
              .quantity(calculator.minus("avoided-in-band", before, after))
              .unitPrice(price)
              .amount(difference)
              .remark(remark(band, before, after))
              .build());
      lower = upper.orElse(lower);
    }
    if (terms.shared()) {
      outcome.put(Figures.SAVINGS_VALUE, commodity, calculator.total("avoided-surcharge", avoided));
    }
    return outcome.build();
  }

  private Figure quota() {
    Period service = input.period().service();
    Figure ofYear;
    if (terms.quota().isPresent()) {
      ofYear = calculator.parameter("quota", terms.quota().get(), unit);
    } else {
      Figure heads =
          new DriverValue(input.resolved(), "HEADCOUNT", Optional.empty())
              .over(calculator, service);
      Figure perHead =
          calculator.parameter("quota-per-head", terms.quotaPerHead().orElseThrow(), unit);
      ofYear = calculator.times("quota", unit, perHead, heads);
    }
    List<Figure> parts = new ArrayList<>();
    for (Period part : service.splitAt(anniversaries(service))) {
      Period year = input.resolved().years().yearOf(part.start());
      parts.add(
          DayShare.of(
              calculator, "quota", ofYear, part, year, input.contract().schedule().dayCount()));
    }
    return calculator.sum("quota", parts);
  }

  private List<LocalDate> anniversaries(Period service) {
    return List.of(input.resolved().years().yearOf(service.end().minusDays(1)).start());
  }

  private Figure excess(FigureKey<Figure> key, Figure quota) {
    Figure quantity = input.find(key, commodity).orElseThrow();
    return calculator.minus("excess-over-quota", quantity, quota);
  }

  /** What a unit in the band pays on top of the water price. */
  private Figure price(QuotaBands.Band band) {
    String priceUnit = calculator.currencyCode() + "/" + unit;
    Figure base = calculator.parameter("base-price", terms.basePrice(), priceUnit);
    return bands.price(calculator, band, base);
  }

  private PostedAmount surcharge(String name, Figure volume, Figure price) {
    return calculator.post(name, calculator.times(name, calculator.currencyCode(), volume, price));
  }

  private Bilingual remark(QuotaBands.Band band, Figure before, Figure after) {
    String bound = band.upTo().map(BigDecimal::toPlainString).orElse("∞");
    String volumes = plain(before) + " − " + plain(after) + " " + unit;
    String price = terms.basePrice().toPlainString() + " × " + band.multiple().toPlainString();
    return new Bilingual(
        "超定额至 " + bound + " 的部分：基准 − 实际 = " + volumes + "；基价 × 倍数 = " + price,
        "excess up to "
            + bound
            + ": baseline − actual = "
            + volumes
            + "; base price × multiple = "
            + price);
  }

  private static String plain(Figure volume) {
    return volume
        .value()
        .toDecimal()
        .orElseGet(() -> volume.value().round(SHOWN_DECIMALS, RoundingMode.HALF_UP))
        .toPlainString();
  }
}
