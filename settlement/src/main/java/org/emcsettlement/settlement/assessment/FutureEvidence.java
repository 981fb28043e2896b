package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.evidence.PriceTable;

/**
 * The evidence of a future, as files would hold it: one bill a year and commodity, the price of
 * each year, the weather; and a contract changed to read it.
 */
final class FutureEvidence {

  private static final int INDEX_DECIMALS = 6;

  private final History history;
  private final PlannedTerm term;
  private final FindingCollector findings = new FindingCollector();
  private final Evidence.Builder evidence = Evidence.builder();

  FutureEvidence(History history, PlannedTerm term) {
    this.history = history;
    this.term = term;
  }

  /** The contract with one meter and one price table a commodity, named like it. */
  static Contract reading(Contract contract) {
    List<Meter> meters =
        contract.commodities().stream()
            .map(terms -> Meter.builder().id(terms.id().id()).commodity(terms.id()).build())
            .toList();
    List<PriceTerms> prices = contract.prices().stream().map(FutureEvidence::priced).toList();
    return Contract.builder().from(contract).meters(meters).prices(prices).build();
  }

  private static PriceTerms priced(PriceTerms terms) {
    String name = terms.commodity().id();
    return PriceTerms.builder()
        .from(terms)
        .file(name)
        .indexFile(terms.indexFile().map(file -> index(name)))
        .build();
  }

  private static String index(String name) {
    return name + "-index";
  }

  Evidence of(List<Future.Year> years, Map<String, DailyTemperature> weather, Occupancy occupancy) {
    for (Commodity commodity : history.commodities()) {
      bills(commodity, number -> years.get(number - 1).use(commodity).with());
      IntFunction<BigDecimal> price = number -> years.get(number - 1).use(commodity).price();
      table(commodity.id(), PriceTable.Use.PRICE, commodity, price);
      history
          .index(commodity)
          .ifPresent(
              start ->
                  table(
                      index(commodity.id()),
                      PriceTable.Use.INDEX,
                      commodity,
                      number -> moved(start, price, number)));
    }
    history.baselines().values().forEach(frozen -> evidence.putBaselines(frozen.id(), frozen));
    if (findings.blocking() > 0) {
      throw new IllegalStateException("a simulated future cannot be read: " + findings.findings());
    }
    return evidence.weather(weather).occupancy(occupancy).build();
  }

  /** An index moves with the price. */
  private static BigDecimal moved(BigDecimal start, IntFunction<BigDecimal> price, int number) {
    Rational first = Rational.of(price.apply(1));
    return first.signum() == 0
        ? start
        : Rational.of(start)
            .times(Rational.of(price.apply(number)))
            .dividedBy(first)
            .round(INDEX_DECIMALS, RoundingMode.HALF_UP);
  }

  private void bills(Commodity commodity, IntFunction<BigDecimal> quantity) {
    String unit = commodity.unit().symbol().toLowerCase(Locale.ROOT);
    StringBuilder rows = new StringBuilder("start,end,value_").append(unit);
    for (int number = 1; number <= term.years(); number++) {
      Period year = term.year(number);
      rows.append('\n').append(year.start()).append(',').append(year.end());
      rows.append(',').append(quantity.apply(number).toPlainString());
    }
    MeterFormat format =
        MeterFormat.builder().commodity(commodity).zone(history.frame().timezone()).build();
    MeterFile.read(
            TextSource.of("meters/" + commodity.id() + ".csv", rows.toString()), format, findings)
        .ifPresent(readings -> evidence.putMeters(commodity.id(), readings));
  }

  private void table(
      String name, PriceTable.Use use, Commodity commodity, IntFunction<BigDecimal> value) {
    String currency = history.frame().currency();
    String unit =
        use == PriceTable.Use.INDEX ? PriceTable.INDEX : currency + "/" + commodity.unit().symbol();
    StringBuilder rows = new StringBuilder("from,price,unit");
    for (int number = 1; number <= term.years(); number++) {
      rows.append('\n').append(term.year(number).start());
      rows.append(',').append(value.apply(number).toPlainString()).append(',').append(unit);
    }
    PriceTable.read(
            TextSource.of("prices/" + name + ".csv", rows.toString()),
            use,
            commodity,
            currency,
            findings)
        .ifPresent(table -> evidence.putPrices(name, table));
  }
}
