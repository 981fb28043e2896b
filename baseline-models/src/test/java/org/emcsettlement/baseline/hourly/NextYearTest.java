package org.emcsettlement.baseline.hourly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyTemperature;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;

/**
 * Real buildings, the next year: institution-hourly beats both peers' methods on daily sums. The
 * buildings are the first of each set, whatever they show.
 */
class NextYearTest {

  private record Building(String folder, String zone, int year) {}

  private static final List<Building> BUILDINGS =
      List.of(
          new Building("drammen-public/b6397", "Europe/Oslo", 2018),
          new Building("drammen-public/b6398", "Europe/Oslo", 2018),
          new Building("drammen-public/b6400", "Europe/Oslo", 2018),
          new Building("oslo-schools/b8111", "Europe/Oslo", 2014),
          new Building("cambridge-estates/b000", "Europe/London", 2016),
          new Building("cambridge-estates/b004", "Europe/London", 2016),
          new Building("cambridge-estates/b008", "Europe/London", 2016));

  @Test
  void institutionPredictsBetterThanPeers() {
    double towt = 0;
    double caltrack = 0;
    double institution = 0;
    for (Building building : BUILDINGS) {
      HourlySample baseline = sample(building, building.year());
      HourlySample reporting = sample(building, building.year() + 1);
      TimeOfWeekFit timeOfWeek = Towt.timeOfWeek(baseline);
      towt += cvRmse(reporting, i -> timeOfWeek(timeOfWeek, reporting, i));
      CaltrackHourly.Predictor peer = CaltrackHourly.predictor(baseline);
      caltrack +=
          cvRmse(
              reporting,
              i ->
                  peer.use(
                      reporting.month()[i], reporting.hourOfWeek()[i], reporting.celsius()[i]));
      institution += cvRmse(reporting, InstitutionHourly.fit(baseline).orThrow());
    }
    assertThat(institution).isLessThan(0.95 * towt).isLessThan(0.95 * caltrack);
  }

  private static double timeOfWeek(TimeOfWeekFit fit, HourlySample sample, int i) {
    return fit.predict(sample.hourOfWeek()[i], sample.celsius()[i]);
  }

  private static HourlySample sample(Building building, int year) {
    Path folder = SharedData.folder(building.folder());
    ZoneId zone = ZoneId.of(building.zone());
    FindingCollector findings = new FindingCollector();
    DailyTemperature temperature =
        DailyTemperature.read(
                TextSource.of(folder, folder.resolve("temperature.csv.gz")), zone, findings)
            .orElseThrow();
    HourlyUse use =
        HourlyUse.of(
            MeterFile.read(
                    TextSource.of(folder, folder.resolve("meter.csv.gz")),
                    MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(zone).build(),
                    findings)
                .orElseThrow());
    HourlyTemperature hourly = temperature.hours().orElseThrow();
    List<Long> starts = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int hour = 0; hour < use.size(); hour++) {
      long start = use.start(hour);
      // a zero in these sets is a missing value
      Optional<Rational> quantity = use.at(start).filter(q -> q.toDouble() > 0);
      boolean inYear = Instant.ofEpochSecond(start).atZone(zone).getYear() == year;
      if (inYear && quantity.isPresent() && !Double.isNaN(hourly.celsiusAt(start))) {
        starts.add(start);
        values.add(quantity.get().toDouble());
      }
    }
    return new HourlySample(
        zone,
        starts.stream().mapToLong(s -> s).toArray(),
        values.stream().mapToDouble(v -> v).toArray(),
        starts.stream().mapToDouble(hourly::celsiusAt).toArray(),
        List.of(),
        new DailyDrivers(
            Optional.of(temperature),
            Occupancy.none(),
            WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY)));
  }

  private interface HourPredictor {
    double use(int row);
  }

  private static double cvRmse(HourlySample reporting, HourPredictor predictor) {
    Map<LocalDate, Double> predicted = new TreeMap<>();
    for (int i = 0; i < reporting.size(); i++) {
      predicted.merge(reporting.dates().get(reporting.day()[i]), predictor.use(i), Double::sum);
    }
    return cvRmse(reporting, predicted);
  }

  /** By the regressors of the day, as a settlement does it. */
  private static double cvRmse(HourlySample reporting, ModelFit fit) {
    Map<LocalDate, Double> predicted = new TreeMap<>();
    for (LocalDate date : reporting.dates()) {
      double sum = 0;
      for (int j = 0; j < fit.regressors().size(); j++) {
        sum +=
            fit.linear().coefficient(j)
                * fit.regressors()
                    .get(j)
                    .on(reporting.dailyDrivers(), date)
                    .map(Number::doubleValue)
                    .orElse(Double.NaN);
      }
      predicted.put(date, sum);
    }
    return cvRmse(reporting, predicted);
  }

  /** On days of which every hour is known. */
  private static double cvRmse(HourlySample reporting, Map<LocalDate, Double> predicted) {
    Map<LocalDate, double[]> days = new TreeMap<>();
    for (int i = 0; i < reporting.size(); i++) {
      double[] day =
          days.computeIfAbsent(reporting.dates().get(reporting.day()[i]), date -> new double[2]);
      day[0] += reporting.use()[i];
      day[1]++;
    }
    double squares = 0;
    double total = 0;
    int count = 0;
    for (Map.Entry<LocalDate, double[]> day : days.entrySet()) {
      double model = predicted.getOrDefault(day.getKey(), Double.NaN);
      if (day.getValue()[1] == 24 && !Double.isNaN(model)) {
        double error = model - day.getValue()[0];
        squares += error * error;
        total += day.getValue()[0];
        count++;
      }
    }
    return Math.sqrt(squares / count) / (total / count);
  }
}
