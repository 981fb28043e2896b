import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the monthly meters and registers of the seven example folders whose baselines are agreed
 * tables: what the year would have used, less the saving, with a little seeded noise, and the
 * faults that real folders have. Run it with {@code java examples/evidence/GenerateBills.java
 * TARGETFOLDER}; it needs a JDK and nothing else.
 *
 * <p>Only additions and multiplications of doubles are used, so that every JVM writes the same
 * bytes.
 */
final class GenerateBills {

  private static final LocalDate SERVICE = LocalDate.of(2025, 1, 1);
  private static final String KWH = "kwh";
  private static final String CUBIC_METRES = "m3";

  /** Parts of a month's electricity in the sharp, peak and valley band; the rest is flat. */
  private static final double[] LIBRARY_BANDS = {0.07, 0.38, 0.13};

  private static final double[] OFFICE_BANDS = {0.08, 0.36, 0.17};

  private final Path target;

  private GenerateBills(Path target) {
    this.target = target;
  }

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("give the folder to write to");
    }
    GenerateBills generate = new GenerateBills(Path.of(arguments[0]));
    generate.library();
    generate.court();
    generate.offices();
    generate.school();
    generate.hospital();
    generate.college();
    generate.county();
  }

  /** A photovoltaic roof takes part of the grid's place; the bill of May was corrected later. */
  private void library() {
    int[] usual = {212, 176, 158, 146, 172, 228, 284, 290, 214, 150, 152, 196};
    int[] sun = {9, 11, 16, 19, 21, 19, 18, 18, 16, 14, 10, 8};
    long[] generated = use(sun, 1000, 1, 0.06, 401);
    long[] grid = use(usual, 1000, 0.90, 0.02, 402);
    for (int month = 0; month < grid.length; month++) {
      grid[month] -= generated[month];
    }
    bills("library-hosting-net/meters/grid.csv", KWH, grid, Map.of(5, "CORRECTED"));
    bills("library-hosting-net/meters/pv.csv", KWH, generated, Map.of());
    registers("library-hosting-net", grid, LIBRARY_BANDS, 410, 403);
    int[] water = {1320, 1180, 1400, 1450, 1520, 1610, 1780, 1760, 1560, 1470, 1400, 1350};
    bills("library-hosting-net/meters/tap.csv", CUBIC_METRES, use(water, 1, 0.88, 0.03, 404), Map.of());
  }

  /** The register of the main meter counts in steps of 800 kWh and passes 10,000 in the summer. */
  private void court() {
    int[] usual = {168, 140, 132, 118, 136, 174, 212, 214, 160, 120, 126, 160};
    long[] used = use(usual, 1000, 0.91, 0.02, 411);
    List<String> rows = new ArrayList<>(List.of("date,value"));
    long state = 8412;
    for (int month = 0; month <= used.length; month++) {
      rows.add(SERVICE.plusMonths(month) + "," + state % 10_000);
      state += month < used.length ? Math.round(used[month] / 800.0) : 0;
    }
    write("court-guaranteed/meters/main.csv", rows);
    int[] gas = {19800, 16900, 11200, 2600, 2400, 2300, 2200, 2200, 2400, 2700, 9800, 18300};
    bills("court-guaranteed/meters/boiler.csv", CUBIC_METRES, use(gas, 1, 0.93, 0.03, 412), Map.of());
  }

  /** Chargers and a server room behind the main meter have boundaries of their own. */
  private void offices() {
    int[] usual = {372, 318, 296, 262, 288, 356, 436, 440, 338, 272, 286, 352};
    long[] inside = use(usual, 1000, 0.87, 0.02, 421);
    long[] chargers = use(new int[] {21, 20, 23, 24, 26, 28, 31, 31, 29, 28, 27, 26}, 1000, 1, 0.05, 422);
    long[] servers = use(new int[] {44, 40, 44, 43, 45, 46, 48, 48, 46, 45, 43, 44}, 1000, 1, 0.01, 423);
    long[] main = new long[inside.length];
    for (int month = 0; month < main.length; month++) {
      main[month] = inside[month] + chargers[month] + servers[month];
    }
    bills("offices-hybrid/meters/main.csv", KWH, main, Map.of());
    bills("offices-hybrid/meters/chargers.csv", KWH, chargers, Map.of());
    bills("offices-hybrid/meters/servers.csv", KWH, servers, Map.of());
    registers("offices-hybrid", inside, OFFICE_BANDS, 430, 424);
  }

  /** In June a pipe of the school's own old network leaked; November was read again. */
  private void school() {
    int[] usual = {5900, 2400, 7600, 7700, 7900, 7800, 2500, 1500, 7900, 7600, 7500, 7300};
    long[] used = use(usual, 1, 0.72, 0.04, 431);
    used[5] += 2_300;
    used[7] += 560;
    bills("school-water-shared/meters/campus.csv", CUBIC_METRES, used, Map.of(11, "CORRECTED"));
  }

  /** The laundry behind the main meter is run by a contractor and lies outside the boundary. */
  private void hospital() {
    int[] usual = {13600, 12300, 13500, 13600, 14300, 14700, 15900, 16000, 14600, 14000, 13400, 13500};
    int[] washed = {2100, 1900, 2100, 2050, 2150, 2100, 2250, 2250, 2100, 2100, 2050, 2100};
    long[] laundry = use(washed, 1, 1, 0.03, 441);
    long[] main = use(usual, 1, 0.80, 0.02, 442);
    for (int month = 0; month < main.length; month++) {
      main[month] += laundry[month];
    }
    bills("hospital-water-guaranteed/meters/main.csv", CUBIC_METRES, main, Map.of());
    bills("hospital-water-guaranteed/meters/laundry.csv", CUBIC_METRES, laundry, Map.of());
  }

  /** The meter was not read in August; the bill is the supplier's estimate. */
  private void college() {
    int[] usual = {20500, 9800, 31200, 31800, 32400, 31600, 11200, 8900, 33600, 33100, 32500, 31800};
    bills(
        "college-water-hosting/meters/campus.csv",
        CUBIC_METRES,
        use(usual, 1, 0.79, 0.03, 451),
        Map.of(8, "ESTIMATED"));
  }

  /** Five institutions of a county; the school joins in July, the archive leaves in October. */
  private void county() {
    int[] offices = {96, 82, 74, 66, 74, 98, 126, 128, 92, 68, 72, 90};
    member("government-centre", 460, offices, 4, 0.89);
    member("finance-bureau", 461, offices, 1.1, 0.92);
    member("tcm-hospital", 462, offices, 6.2, 0.93);
    member("primary-school", 463, offices, 0.9, 0.88);
    member("archive", 464, offices, 0.6, 0.97);
  }

  private void member(String id, long seed, int[] shape, double size, double kept) {
    bills(
        "county-package/members/" + id + "/meters/main.csv",
        KWH,
        use(shape, 250 * size, kept, 0.02, seed),
        Map.of());
  }

  // ---- the parts ----

  /** Twelve months of use: the usual one times what is left of it, with noise. */
  private static long[] use(int[] usual, double unit, double left, double deviation, long seed) {
    Noise noise = new Noise(seed);
    long[] used = new long[usual.length];
    for (int month = 0; month < used.length; month++) {
      used[month] = Math.round(usual[month] * unit * left * (1 + deviation * noise.next()));
    }
    return used;
  }

  private void bills(String file, String unit, long[] used, Map<Integer, String> quality) {
    List<String> rows = new ArrayList<>(List.of("start,end,value_" + unit + ",quality"));
    for (int month = 0; month < used.length; month++) {
      LocalDate start = SERVICE.plusMonths(month);
      String how = quality.getOrDefault(month + 1, "ACTUAL");
      rows.add(start + "," + start.plusMonths(1) + "," + used[month] + "," + how);
    }
    write(file, rows);
  }

  /** Time bands that add up to the meter, demand at a load factor, and a power factor. */
  private void registers(String folder, long[] used, double[] parts, double hours, long seed) {
    Noise noise = new Noise(seed);
    List<String> rows =
        new ArrayList<>(
            List.of("start,end,demand_kw,power_factor,sharp_kwh,peak_kwh,flat_kwh,valley_kwh"));
    for (int month = 0; month < used.length; month++) {
      YearMonth of = YearMonth.from(SERVICE.plusMonths(month));
      long sharp = Math.round(used[month] * parts[0] * (1 + 0.05 * noise.next()));
      long peak = Math.round(used[month] * parts[1] * (1 + 0.02 * noise.next()));
      long valley = Math.round(used[month] * parts[2] * (1 + 0.03 * noise.next()));
      long demand = Math.round(used[month] / (hours * of.lengthOfMonth() / 30) * 1.4);
      double factor = 0.93 + 0.01 * noise.next();
      rows.add(
          of.atDay(1)
              + ","
              + of.plusMonths(1).atDay(1)
              + ","
              + demand
              + ","
              + BigDecimal.valueOf(factor).setScale(2, RoundingMode.HALF_UP)
              + ","
              + sharp
              + ","
              + peak
              + ","
              + (used[month] - sharp - peak - valley)
              + ","
              + valley);
    }
    write(folder + "/registers/electricity.csv", rows);
  }

  private void write(String name, List<String> rows) {
    Path file = target.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", rows) + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Nearly normal noise: twelve uniform numbers less six, from SplitMix64. */
  private static final class Noise {
    private long state;

    Noise(long seed) {
      this.state = seed;
    }

    double next() {
      double sum = -6;
      for (int i = 0; i < 12; i++) {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        sum += ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
      }
      return sum;
    }
  }
}
