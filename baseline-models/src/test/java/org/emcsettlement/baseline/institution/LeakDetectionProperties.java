package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.emcsettlement.core.period.Period;

class LeakDetectionProperties {

  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");
  private static final LeakDetection STANDARD = LeakDetection.standard();

  private static Campus leaking(int seed, int from, int days, double rate) {
    Period leak = Period.of(YEAR.start().plusDays(from), YEAR.start().plusDays(from + (long) days));
    return Campus.noisy(YEAR, seed, 0.3).leak(leak.toString(), rate);
  }

  private static List<WaterEvent> events(WaterDays days) {
    return WaterReview.of(days, STANDARD).events();
  }

  /** Litres or cubic metres, in powers of two so that no rounding differs. */
  @Property(tries = 50)
  void eventsDoNotDependOnTheUnit(
      @ForAll @IntRange(max = 10_000) int seed,
      @ForAll @IntRange(max = 300) int from,
      @ForAll @IntRange(min = 1, max = 100) int days,
      @ForAll @DoubleRange(max = 40) double rate) {
    WaterDays cubic = leaking(seed, from, days, rate).days();
    double[] litres = Arrays.stream(cubic.use()).map(use -> 1024 * use).toArray();

    List<WaterEvent> scaled =
        events(new WaterDays(cubic.dates(), litres, cubic.working(), cubic.drivers()));

    List<WaterEvent> plain = events(cubic);
    assertThat(scaled).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(scaled.get(i).kind()).isEqualTo(plain.get(i).kind());
      assertThat(scaled.get(i).days()).isEqualTo(plain.get(i).days());
      assertThat(scaled.get(i).ratePerDay()).isEqualTo(1024 * plain.get(i).ratePerDay());
      assertThat(scaled.get(i).standardError()).isEqualTo(1024 * plain.get(i).standardError());
    }
  }

  /** Events are in order, inside the data, and usual rows are the days of none of them. */
  @Property(tries = 50)
  void usualRowsAreTheRest(
      @ForAll @IntRange(max = 10_000) int seed,
      @ForAll @IntRange(max = 300) int from,
      @ForAll @IntRange(min = 1, max = 100) int days,
      @ForAll @DoubleRange(max = 400) double rate) {
    WaterReview review = WaterReview.of(leaking(seed, from, days, rate).days(), STANDARD);

    int[] expected =
        IntStream.range(0, review.days().size())
            .filter(
                i ->
                    review.events().stream()
                        .noneMatch(e -> e.days().contains(review.days().dates().get(i))))
            .toArray();
    assertThat(review.usualRows()).isEqualTo(expected);
    assertThat(review.events()).isSortedAccordingTo((a, b) -> a.days().compareTo(b.days()));
    assertThat(review.events()).allMatch(event -> YEAR.encloses(event.days()));
  }

  /** By its definition: the greatest of the least values of all runs that hold the day. */
  @Property(tries = 200)
  void sustainedFlowIsAnOpening(
      @ForAll @Size(min = 7, max = 40) List<@DoubleRange(max = 100) Double> values) {
    double[] use = values.stream().mapToDouble(value -> value).toArray();

    double[] level = SustainedFlow.ofDays(use, 7);

    for (int i = 0; i < use.length; i++) {
      double greatest = 0;
      for (int run = Math.max(0, i - 6); run <= i && run + 7 <= use.length; run++) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = run; k < run + 7; k++) {
          least = Math.min(least, use[k]);
        }
        greatest = Math.max(greatest, least);
      }
      assertThat(level[i]).isEqualTo(greatest).isLessThanOrEqualTo(use[i]);
    }
    assertThat(SustainedFlow.ofDays(level, 7))
        .as("an opening changes nothing twice")
        .isEqualTo(level);
  }
}
