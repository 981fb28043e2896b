package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * An amount per heated area and season (按面积计费). It is spread over the days of the season by running
 * totals, so that the bills of a season add up to its amount.
 *
 * @param id its id
 * @param label what bills call it
 * @param price the price of a square metre and season [currency/m²]
 * @param area the heated area [m²]
 * @param from the first day of the season
 * @param to the day after its last one
 */
public record AreaCharge(
    String id, Bilingual label, BigDecimal price, BigDecimal area, MonthDay from, MonthDay to)
    implements Charge {

  @Override
  public Step step() {
    return Step.FIXED;
  }

  @Override
  public void bill(Bill bill) {
    Calculator calculator = bill.calculator();
    Period part = bill.usage().part();
    Figure heated = calculator.parameter("heated-area", area, "m²");
    Figure perSeason = calculator.parameter("area-price", price, calculator.currencyCode() + "/m²");
    Figure season = calculator.times("season-amount", calculator.currencyCode(), heated, perSeason);
    List<PostedAmount> parts = new ArrayList<>();
    for (Period heating : seasons(part)) {
      Period days = part.overlap(heating).orElseThrow();
      parts.add(
          calculator.complement(
              "season-part",
              until(calculator, season, heating, days.end()),
              until(calculator, season, heating, days.start())));
    }
    bill.add(this, "", label, heated, perSeason, sum(calculator, parts));
  }

  /** It may be that no season is running, or that one follows another. */
  private static PostedAmount sum(Calculator calculator, List<PostedAmount> parts) {
    if (parts.isEmpty()) {
      return calculator.zero("nothing");
    }
    return parts.size() == 1 ? parts.get(0) : calculator.total("season-part", parts);
  }

  private static PostedAmount until(
      Calculator calculator, Figure season, Period heating, LocalDate date) {
    Figure passed = calculator.days("days", Period.of(heating.start(), date));
    Figure product =
        calculator.times("amount-times-days", calculator.currencyCode(), season, passed);
    return calculator.post(
        "season-until",
        calculator.over(
            "season-until",
            calculator.currencyCode(),
            product,
            calculator.days("days-of-full-period", heating)));
  }

  /** The seasons that share days with a period. */
  private List<Period> seasons(Period days) {
    List<Period> seasons = new ArrayList<>();
    for (int year = days.start().getYear() - 1; year <= days.end().getYear(); year++) {
      LocalDate start = from.atYear(year);
      LocalDate end = to.atYear(year);
      Period season = Period.of(start, end.isAfter(start) ? end : to.atYear(year + 1));
      if (season.overlap(days).isPresent()) {
        seasons.add(season);
      }
    }
    return seasons;
  }

  static Optional<AreaCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "面积热费", "heat by area");
    Optional<BigDecimal> price = json.required("price").flatMap(JsonElement::notNegative);
    Optional<BigDecimal> area = json.required("area").flatMap(JsonElement::notNegative);
    Optional<MonthDay> from = json.required("from").flatMap(AreaCharge::monthDay);
    Optional<MonthDay> to = json.required("to").flatMap(AreaCharge::monthDay);
    return json.build(
        () ->
            new AreaCharge(
                id.orElseThrow(),
                label,
                price.orElseThrow(),
                area.orElseThrow(),
                from.orElseThrow(),
                to.orElseThrow()));
  }

  private static Optional<MonthDay> monthDay(JsonElement element) {
    return element.parsed(
        AreaCharge::monthDay, "应为 月-日，如 11-15", "must be month and day, such as 11-15");
  }

  private static MonthDay monthDay(String text) {
    if (!text.matches("[0-9]{2}-[0-9]{2}")) {
      throw new DateTimeException(text);
    }
    return MonthDay.parse("--" + text);
  }
}
