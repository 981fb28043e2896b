package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emcsettlement.core.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The open peer changepointmodel on six meters, under its own bounds: break points confined to
 * parts of the positions, slopes not of the wrong sign. Our sum of squared errors is never larger
 * than that of its local optimiser, nor than that of an independent fine grid.
 *
 * <p>The peer lets a slope be zero, where we reject the form; so a form is compared together with
 * the simpler ones inside it. Its bound on the intercept, not negative, only makes its problem
 * harder; we do not impose it.
 */
class PeerChangePointTest {

  /** The peer's sums are printed from its own arithmetic. */
  private static final double ROUNDING = 1e-9;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "il-electricity-cdd-hdd-billing_monthly",
        "il-electricity-cdd-hdd-daily",
        "il-gas-hdd-only-billing_monthly",
        "il-gas-hdd-only-daily",
        "uk-electricity-0-daily",
        "uk-gas-0-daily",
      })
  void isNeverWorseThanThePeer(String meter) throws IOException {
    Path folder = SharedData.folder("peers/changepointmodel").resolve(meter);
    JsonNode models =
        new ObjectMapper().readTree(folder.resolve("expected.json").toFile()).get("models");
    HingeSearch search = search(folder.resolve("xy.csv"));
    double constant = search.constant().sse();

    assertNotWorse(models.get("twop"), sse(search.line()));

    // one break each: its bounds come third; the slope of threeph is not positive, ours is its
    // opposite
    JsonNode threeph = models.get("threeph");
    double below = sse(search.within(range(threeph, 2), range(threeph, 2)).below());
    assertNotWorse(threeph, Math.min(below, constant));
    JsonNode threepc = models.get("threepc");
    double above = sse(search.within(range(threepc, 2), range(threepc, 2)).above());
    assertNotWorse(threepc, Math.min(above, constant));
    JsonNode fourp = models.get("fourp");
    assertNotWorse(fourp, sse(search.within(range(fourp, 3), range(fourp, 3)).shared()));

    JsonNode fivep = models.get("fivep");
    HingeSearch two = search.within(range(fivep, 3), range(fivep, 4));
    double simpler = Math.min(constant, Math.min(sse(two.below()), sse(two.above())));
    double both = sse(two.both(Double.POSITIVE_INFINITY));
    assertNotWorse(fivep, Math.min(both, simpler));
    assertThat(sse(two.bothExhaustive())).isEqualTo(both);
  }

  private static void assertNotWorse(JsonNode model, double ours) {
    assertThat(ours).isLessThanOrEqualTo(model.get("sse").asDouble() * (1 + ROUNDING));
    assertThat(ours)
        .isLessThanOrEqualTo(
            model.get("own_exhaustive_check").get("sse").asDouble() * (1 + ROUNDING));
  }

  private static BreakRange range(JsonNode model, int parameter) {
    return new BreakRange(
        model.get("bounds_low").get(parameter).asDouble(),
        model.get("bounds_high").get(parameter).asDouble());
  }

  private static double sse(HingeOutcome outcome) {
    return outcome.fit().map(HingeFit::sse).orElse(Double.POSITIVE_INFINITY);
  }

  /** Columns: start_utc, end_utc, days, mean_celsius, use_per_day; unweighted, as the peer fits. */
  private static HingeSearch search(Path csv) throws IOException {
    List<String[]> rows = Files.readAllLines(csv).stream().skip(1).map(r -> r.split(",")).toList();
    double[] position = rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray();
    double[] value = rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray();
    return HingeProblem.of(position, value, SideGuard.NONE).search();
  }
}
