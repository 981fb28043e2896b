import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the measured series of the three example folders: meters, weather, occupancy, and {@code
 * truth.csv}, what was really saved. Run it with {@code java examples/evidence/Generate.java
 * TARGETFOLDER}; it needs a JDK and nothing else. A whole number as second argument draws other
 * noise, to see how far results depend on it.
 *
 * <p>Every series is a stated physical law plus autocorrelated noise from a seeded generator. Only
 * additions, multiplications and square roots of doubles are used, so that every JVM writes the
 * same bytes. The use without the measures is generated first; what the meter shows is that less
 * the saving, so the saving is known exactly, which it never is in a real building.
 */
final class Generate {

  /** Mean temperature of January to December [°C], roughly right for the city. */
  private static final double[] TIANJIN = {-3, 0.5, 7, 15, 21, 25.5, 27, 26, 21.5, 14, 5.5, -1};

  private static final double[] SHANGHAI = {5, 6.5, 10.5, 16, 21, 24.5, 29, 28.5, 25, 20, 13.5, 7};
  private static final double[] NANCHANG = {
    6, 8.5, 12.5, 18.5, 23.5, 26.5, 29.5, 29, 25.5, 20, 14, 8
  };

  private final Path folder;
  private final long draw;
  private final List<String> truth = new ArrayList<>(List.of("month,meter,without,metered,saved"));

  private Generate(Path folder, long draw) {
    this.folder = folder;
    this.draw = draw;
  }

  public static void main(String[] arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      throw new IllegalArgumentException("give the folder to write to, and optionally a draw");
    }
    Path target = Path.of(arguments[0]);
    long draw = arguments.length == 2 ? Long.parseLong(arguments[1]) : 0;
    new Generate(target.resolve("tianjin-office"), draw).office();
    new Generate(target.resolve("hospital-shared"), draw).hospital();
    new Generate(target.resolve("university-water"), draw).university();
  }

  // ---- an office building in Tianjin: electricity by day, heat and water by monthly bill ----

  private void office() {
    LocalDate start = LocalDate.of(2022, 1, 1);
    LocalDate service = LocalDate.of(2025, 1, 1);
    LocalDate end = LocalDate.of(2026, 1, 1);
    SortedMap<LocalDate, Double> celsius = weather("tianjin", TIANJIN, start, end, 101);

    Noise heads = noise(102, 0, 4);
    SortedMap<LocalDate, Double> headcount = new TreeMap<>();
    List<String> occupancy = new ArrayList<>(List.of("start,end,headcount"));
    int months = 0;
    for (LocalDate month = start; month.isBefore(end); month = month.plusMonths(1)) {
      double persons = month.isBefore(service) ? 335 + 32 * months / 35.0 + heads.next() : 372;
      months++;
      String shown = decimal(persons, 0);
      occupancy.add(month + "," + month.plusMonths(1) + "," + shown);
      for (LocalDate day = month; day.isBefore(month.plusMonths(1)); day = day.plusDays(1)) {
        headcount.put(day, Double.valueOf(shown));
      }
    }
    write("occupancy.csv", occupancy);

    Noise load = noise(103, 0.5, 110);
    Noise heating = noise(104, 0.5, 0.06);
    Noise taps = noise(105, 0.5, 0.08);
    Use electricity = new Use();
    Use heat = new Use();
    Use water = new Use();
    for (LocalDate day : celsius.keySet()) {
      boolean served = !day.isBefore(service);
      double outdoor = celsius.get(day);
      double persons = headcount.get(day);
      double kwh =
          940
              + 1000 * (WorkingDays.CHINA.contains(day) ? 1 : 0)
              + 2.12 * persons
              + 160 * Math.max(0, 5 - outdoor)
              + 300 * Math.max(0, outdoor - 22)
              + load.next();
      double added = served ? 36_000 / 365.0 : 0;
      electricity.put(day, kwh + added, kwh * (served ? 0.88 : 1) + added);
      double gigajoules = (0.9 + 1.27 * Math.max(0, 16 - outdoor)) * (1 + heating.next());
      heat.put(day, gigajoules, gigajoules * (served ? 0.92 : 1));
      double cubicMetres = (7.46 + 0.0496 * persons) * (1 + taps.next());
      water.put(day, cubicMetres, cubicMetres * (served ? 0.85 : 1));
    }
    daily("electricity", "kwh", electricity, service);
    bills("heat", "gj", 1, heat, service);
    bills("water", "m3", 0, water, service);
    write("truth.csv", truth);
  }

  // ---- a hospital in Shanghai: electricity and persons by day ----

  private void hospital() {
    LocalDate start = LocalDate.of(2024, 7, 1);
    LocalDate service = LocalDate.of(2025, 7, 1);
    LocalDate end = LocalDate.of(2026, 7, 1);
    SortedMap<LocalDate, Double> celsius = weather("shanghai", SHANGHAI, start, end, 201);
    Noise patients = noise(202, 0.3, 60);
    Noise load = noise(203, 0.5, 330);
    // the meter was exchanged on these days: no readings, so they count on neither side
    Set<LocalDate> unread = Set.of(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11));
    List<String> occupancy = new ArrayList<>(List.of("start,end,headcount"));
    Use electricity = new Use();
    for (LocalDate day : celsius.keySet()) {
      double persons = Math.rint((WorkingDays.CHINA.contains(day) ? 2720 : 1960) + patients.next());
      occupancy.add(day + "," + day.plusDays(1) + "," + decimal(persons, 0));
      double kwh = 6400 + 2150 * Math.max(0, celsius.get(day) - 26) + 1.85 * persons + load.next();
      if (!unread.contains(day)) {
        electricity.put(day, kwh, kwh * (day.isBefore(service) ? 1 : 0.87));
      }
    }
    write("occupancy.csv", occupancy);
    daily("main", "kwh", electricity, service);
    write("truth.csv", truth);
  }

  // ---- a university in Nanchang: water by monthly bill ----

  private void university() {
    LocalDate start = LocalDate.of(2022, 1, 1);
    LocalDate service = LocalDate.of(2025, 1, 1);
    LocalDate end = LocalDate.of(2026, 1, 1);
    SortedMap<LocalDate, Double> celsius = weather("nanchang", NANCHANG, start, end, 301);
    Noise present = noise(302, 0, 500);
    Noise flow = noise(303, 0.6, 0.05);
    List<String> occupancy = new ArrayList<>(List.of("start,end,headcount,on_campus"));
    Use water = new Use();
    for (int year = 2022; year < 2026; year++) {
      int registered = year < 2025 ? 36_000 : 36_900;
      LocalDate[] bounds = {
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 1, 16),
        LocalDate.of(year, 2, 19),
        LocalDate.of(year, 7, 6),
        LocalDate.of(year, 9, 1),
        LocalDate.of(year + 1, 1, 1)
      };
      double[] share = {0.97, 0.10, 0.97, 0.24, 0.97};
      for (int i = 0; i < share.length; i++) {
        double persons = Math.rint(share[i] * registered + present.next());
        occupancy.add(
            bounds[i] + "," + bounds[i + 1] + "," + registered + "," + decimal(persons, 0));
        for (LocalDate day = bounds[i]; day.isBefore(bounds[i + 1]); day = day.plusDays(1)) {
          double cubicMetres =
              (2250 + 0.14 * persons + 214 * Math.max(0, celsius.get(day) - 22))
                  * (1 + flow.next());
          water.put(day, cubicMetres, cubicMetres * (day.isBefore(service) ? 1 : 0.573));
        }
      }
    }
    write("occupancy.csv", occupancy);
    bills("campus", "m3", 0, water, service);
    write("truth.csv", truth);
  }

  // ---- the parts ----

  private Noise noise(long seed, double kept, double deviation) {
    return new Noise(seed + 1_000_003 * draw, kept, deviation);
  }

  /** Daily mean temperatures: the year's course through the middles of the months, plus noise. */
  private SortedMap<LocalDate, Double> weather(
      String station, double[] normals, LocalDate start, LocalDate end, long seed) {
    Noise noise = noise(seed, 0.7, 2.8);
    SortedMap<LocalDate, Double> celsius = new TreeMap<>();
    List<String> rows = new ArrayList<>(List.of("date,celsius"));
    for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
      LocalDate before = day.minusDays(14).withDayOfMonth(15);
      LocalDate after = before.plusMonths(1);
      double part =
          (day.toEpochDay() - before.toEpochDay())
              / (double) (after.toEpochDay() - before.toEpochDay());
      double normal =
          (1 - part) * normals[before.getMonthValue() - 1]
              + part * normals[after.getMonthValue() - 1];
      String shown = decimal(normal + noise.next(), 1);
      rows.add(day + "," + shown);
      celsius.put(day, Double.valueOf(shown));
    }
    write("weather/" + station + ".csv", rows);
    return celsius;
  }

  /** Use by day: without the measures, and as metered. */
  private static final class Use {
    final SortedMap<LocalDate, Double> without = new TreeMap<>();
    final SortedMap<LocalDate, Double> metered = new TreeMap<>();

    void put(LocalDate day, double unsaved, double shown) {
      without.put(day, unsaved);
      metered.put(day, shown);
    }
  }

  private void daily(String meter, String unit, Use use, LocalDate service) {
    List<String> rows = new ArrayList<>(List.of("date,value_" + unit));
    use.metered.forEach((day, value) -> rows.add(day + "," + decimal(value, 0)));
    write("meters/" + meter + ".csv", rows);
    months(use).forEach(month -> truth(meter, 0, use, month, service));
  }

  private void bills(String meter, String unit, int decimals, Use use, LocalDate service) {
    List<String> rows = new ArrayList<>(List.of("start,end,value_" + unit));
    for (YearMonth month : months(use)) {
      rows.add(
          month.atDay(1)
              + ","
              + month.plusMonths(1).atDay(1)
              + ","
              + decimal(sum(use.metered, month), decimals));
      truth(meter, decimals, use, month, service);
    }
    write("meters/" + meter + ".csv", rows);
  }

  private void truth(String meter, int decimals, Use use, YearMonth month, LocalDate service) {
    if (!month.atDay(1).isBefore(service)) {
      BigDecimal without = new BigDecimal(decimal(sum(use.without, month), decimals));
      BigDecimal metered = new BigDecimal(decimal(sum(use.metered, month), decimals));
      truth.add(
          month + "," + meter + "," + without + "," + metered + "," + without.subtract(metered));
    }
  }

  private static Set<YearMonth> months(Use use) {
    Set<YearMonth> months = new TreeSet<>();
    use.metered.keySet().forEach(day -> months.add(YearMonth.from(day)));
    return months;
  }

  private static double sum(SortedMap<LocalDate, Double> use, YearMonth month) {
    double sum = 0;
    for (double value : use.subMap(month.atDay(1), month.plusMonths(1).atDay(1)).values()) {
      sum += value;
    }
    return sum;
  }

  /** A number with fixed decimals, half up, without any locale. */
  private static String decimal(double value, int decimals) {
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    return BigDecimal.valueOf(Math.round(value * scale), decimals).toPlainString();
  }

  private void write(String name, List<String> rows) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", rows) + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Noise whose value today keeps a part of yesterday's: AR(1) with a given deviation. */
  private static final class Noise {
    private final double kept;
    private final double innovation;
    private long state;
    private double value;

    Noise(long seed, double kept, double deviation) {
      this.state = seed;
      this.kept = kept;
      this.innovation = deviation * Math.sqrt(1 - kept * kept);
      this.value = deviation * normal();
    }

    double next() {
      value = kept * value + innovation * normal();
      return value;
    }

    /** Twelve uniform numbers less six: nearly normal, and exact on every machine. */
    private double normal() {
      double sum = -6;
      for (int i = 0; i < 12; i++) {
        sum += (mix() >>> 11) * 0x1p-53;
      }
      return sum;
    }

    /** SplitMix64 (Steele, Lea, Flood 2014). */
    private long mix() {
      state += 0x9E3779B97F4A7C15L;
      long z = state;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }

  /** Working days of mainland China 2022 to 2026, as arranged by the State Council. */
  private static final class WorkingDays {

    /** Stretches off, first and last day. */
    private static final String OFF =
        """
        2022-01-01/2022-01-03 2022-01-31/2022-02-06 2022-04-03/2022-04-05 2022-04-30/2022-05-04
        2022-06-03/2022-06-05 2022-09-10/2022-09-12 2022-10-01/2022-10-07 2022-12-31/2023-01-02
        2023-01-21/2023-01-27 2023-04-05/2023-04-05 2023-04-29/2023-05-03 2023-06-22/2023-06-24
        2023-09-29/2023-10-06 2024-01-01/2024-01-01 2024-02-10/2024-02-17 2024-04-04/2024-04-06
        2024-05-01/2024-05-05 2024-06-10/2024-06-10 2024-09-15/2024-09-17 2024-10-01/2024-10-07
        2025-01-01/2025-01-01 2025-01-28/2025-02-04 2025-04-04/2025-04-06 2025-05-01/2025-05-05
        2025-05-31/2025-06-02 2025-10-01/2025-10-08 2026-01-01/2026-01-03 2026-02-15/2026-02-23
        2026-04-04/2026-04-06 2026-05-01/2026-05-05 2026-06-19/2026-06-21 2026-09-25/2026-09-27
        2026-10-01/2026-10-07
        """;

    /** Weekend days worked instead. */
    private static final String WORKED =
        """
        2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09 2023-01-28
        2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08 2024-02-04 2024-02-18
        2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08
        2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20
        2026-10-10
        """;

    static final Set<LocalDate> CHINA = working();

    private static Set<LocalDate> working() {
      Set<LocalDate> days = new TreeSet<>();
      LocalDate end = LocalDate.of(2027, 1, 1);
      for (LocalDate day = LocalDate.of(2022, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
        if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
          days.add(day);
        }
      }
      for (String stretch : OFF.strip().split("\\s+")) {
        LocalDate last = LocalDate.parse(stretch.substring(11));
        for (LocalDate day = LocalDate.parse(stretch.substring(0, 10));
            !day.isAfter(last);
            day = day.plusDays(1)) {
          days.remove(day);
        }
      }
      for (String day : WORKED.strip().split("\\s+")) {
        days.add(LocalDate.parse(day));
      }
      return days;
    }
  }
}
