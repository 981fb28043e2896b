package org.emcsettlement.baseline.caltrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.emcsettlement.baseline.caltrack.CaltrackSavings.ErrorBands;
import org.emcsettlement.baseline.caltrack.CaltrackSavings.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every daily and billing case that eemeter 3.2.0 computed, down to its error bands. A folder added
 * to the reference data adds a test.
 */
class CaltrackPeerTest {

  /** Relative; the peer solves by a pseudo-inverse, we by orthogonal steps. */
  private static final double ROUNDING = 1e-10;

  /** Savings are printed with six decimals. */
  private static final double PRINTED = 5.1e-7;

  private static final Map<String, ToDoubleFunction<CaltrackMetrics>> METRICS =
      Map.ofEntries(
          Map.entry("observed_length", CaltrackMetrics::length),
          Map.entry("num_parameters", CaltrackMetrics::parameters),
          Map.entry("observed_mean", CaltrackMetrics::observedMean),
          Map.entry("predicted_mean", CaltrackMetrics::predictedMean),
          Map.entry("observed_variance", CaltrackMetrics::observedVariance),
          Map.entry("predicted_variance", CaltrackMetrics::predictedVariance),
          Map.entry("r_squared", CaltrackMetrics::rSquared),
          Map.entry("r_squared_adj", CaltrackMetrics::rSquaredAdj),
          Map.entry("rmse", CaltrackMetrics::rmse),
          Map.entry("rmse_adj", CaltrackMetrics::rmseAdj),
          Map.entry("cvrmse", CaltrackMetrics::cvrmse),
          Map.entry("cvrmse_adj", CaltrackMetrics::cvrmseAdj),
          Map.entry("mape_no_zeros", CaltrackMetrics::mapeNoZeros),
          Map.entry("num_meter_zeros", CaltrackMetrics::meterZeros),
          Map.entry("nmae", CaltrackMetrics::nmae),
          Map.entry("nmbe", CaltrackMetrics::nmbe),
          Map.entry("autocorr_resid", CaltrackMetrics::autocorrResid),
          Map.entry("n_prime", CaltrackMetrics::nPrime),
          Map.entry("degrees_of_freedom", CaltrackMetrics::degreesOfFreedom),
          Map.entry("t_stat", CaltrackMetrics::tStat),
          Map.entry("cvrmse_auto_corr_correction", CaltrackMetrics::cvrmseAutoCorrCorrection),
          Map.entry(
              "approx_factor_auto_corr_correction",
              CaltrackMetrics::approxFactorAutoCorrCorrection),
          Map.entry("fsu_base_term", CaltrackMetrics::fsuBaseTerm));

  private static final List<String> SAVINGS_COLUMNS =
      List.of(
          "reporting_observed",
          "counterfactual_usage",
          "metered_savings",
          "counterfactual_base_load",
          "counterfactual_heating_load",
          "counterfactual_cooling_load");

  private static final List<ToDoubleFunction<Row>> SAVINGS =
      List.of(
          Row::observed, Row::counterfactual, Row::savings, Row::base, Row::heating, Row::cooling);

  @TestFactory
  Stream<DynamicTest> agreesWithThePeer() throws IOException {
    return PeerCase.of("eemeter-caltrack", name -> !name.endsWith("hourly")).stream()
        .flatMap(
            peer -> {
              CaltrackFit fit = CaltrackFit.of(peer.sample("baseline"), method(peer)).orThrow();
              return Stream.of(
                  dynamicTest(peer.name() + ": candidates", () -> candidates(peer, fit)),
                  dynamicTest(peer.name() + ": model", () -> model(peer, fit)),
                  dynamicTest(peer.name() + ": metrics", () -> metrics(peer, fit)),
                  dynamicTest(peer.name() + ": savings", () -> savings(peer, fit)));
            });
  }

  /** The settings of the case are those of our packaged methods, or the case asks for others. */
  private static CaltrackMethod method(PeerCase peer) {
    CaltrackMethod method =
        peer.expected().get("kind").asText().startsWith("billing")
            ? CaltrackMethod.billing()
            : CaltrackMethod.daily();
    JsonNode settings = peer.expected().get("settings");
    assertThat(method.minimumNonZero()).isEqualTo(settings.get("minimum_non_zero_cdd").asInt());
    assertThat(method.minimumNonZero()).isEqualTo(settings.get("minimum_non_zero_hdd").asInt());
    assertThat(method.minimumTotal()).isEqualTo(settings.get("minimum_total_cdd").asDouble());
    assertThat(method.minimumTotal()).isEqualTo(settings.get("minimum_total_hdd").asDouble());
    return settings.get("fit_cdd").asBoolean() ? method : method.withoutCooling();
  }

  private static void candidates(PeerCase peer, CaltrackFit fit) {
    JsonNode counts = peer.expected().get("candidate_counts");
    JsonNode best = peer.expected().get("best_qualified_candidate_per_type");
    for (CaltrackType type : CaltrackType.values()) {
      JsonNode count = counts.path(type.peerName());
      assertThat(fit.counts().get(type))
          .as(type.peerName())
          .isEqualTo(
              new CandidateCounts(
                  count.path("QUALIFIED").asInt(),
                  count.path("DISQUALIFIED").asInt(),
                  count.path("NOT ATTEMPTED").asInt()));
      assertThat(fit.bestByType().containsKey(type)).isEqualTo(best.has(type.peerName()));
      if (best.has(type.peerName())) {
        assertModel(
            Objects.requireNonNull(fit.bestByType().get(type)),
            best.get(type.peerName()).get("params"),
            best.get(type.peerName()).get("r_squared_adj"));
      }
    }
  }

  private static void model(PeerCase peer, CaltrackFit fit) {
    JsonNode model = peer.expected().get("model");
    assertThat(fit.model().type().peerName()).isEqualTo(model.get("model_type").asText());
    assertModel(fit.model(), model.get("params"), model.get("r_squared_adj"));
  }

  private static void assertModel(CaltrackModel ours, JsonNode params, JsonNode adjustedR2) {
    assertThat(ours.adjustedR2()).isCloseTo(adjustedR2.asDouble(), within(ROUNDING));
    assertClose("intercept", ours.intercept(), params.get("intercept"));
    assertThat(ours.heating().isPresent()).isEqualTo(params.has("beta_hdd_per_f"));
    assertThat(ours.cooling().isPresent()).isEqualTo(params.has("beta_cdd_per_f"));
    ours.heating().ifPresent(slope -> assertSlope(slope, params, "hdd", "heating"));
    ours.cooling().ifPresent(slope -> assertSlope(slope, params, "cdd", "cooling"));
  }

  private static void assertSlope(
      CaltrackModel.Slope slope, JsonNode params, String days, String side) {
    assertThat(slope.balancePoint()).isEqualTo(params.get(side + "_balance_point_f").asInt());
    assertClose(days, slope.perDegree(), params.get("beta_" + days + "_per_f"));
    assertClose(days, slope.perKelvin(), params.get("beta_" + days + "_per_c"));
    assertClose(side, slope.celsius(), params.get(side + "_balance_point_c"));
  }

  private static void metrics(PeerCase peer, CaltrackFit fit) {
    assertMetrics(fit.metricsPerDay(0.9), peer.expected().get("metrics_of_average_daily_usage"));
    assertMetrics(fit.metricsOfTotals(0.9), peer.expected().get("metrics_of_period_totals"));
  }

  private static void assertMetrics(CaltrackMetrics ours, JsonNode theirs) {
    METRICS.forEach(
        (name, metric) -> assertClose(name, metric.applyAsDouble(ours), theirs.get(name)));
  }

  private static void savings(PeerCase peer, CaltrackFit fit) throws IOException {
    CaltrackSample reporting = peer.sample("reporting");
    CaltrackSavings savings = CaltrackSavings.of(fit, reporting, 0.9);
    List<String[]> expected = peer.savings();
    assertThat(savings.rows()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Row row = savings.rows().get(i);
      assertThat(Instant.ofEpochSecond(reporting.start(row.row())))
          .isEqualTo(Instant.parse(expected.get(i)[0]));
      for (int j = 0; j < SAVINGS.size(); j++) {
        assertThat(SAVINGS.get(j).applyAsDouble(row))
            .as("%s %s", expected.get(i)[0], SAVINGS_COLUMNS.get(j))
            .isCloseTo(Double.parseDouble(expected.get(i)[j + 1]), within(PRINTED));
      }
    }
    JsonNode metered = peer.expected().get("metered_savings");
    for (int j = 0; j < SAVINGS.size(); j++) {
      String column = SAVINGS_COLUMNS.get(j);
      assertClose(column, savings.total(SAVINGS.get(j)), metered.get("totals").get(column));
    }
    JsonNode bands = metered.get("error_bands_90");
    assertThat(savings.errorBands().isPresent()).isEqualTo(!bands.isNull());
    if (!bands.isNull()) {
      ErrorBands ours = savings.errorBands().orElseThrow();
      assertClose("FSU", ours.fractional(), bands.get("FSU Error Band"));
      assertClose("OLS", ours.ols(), bands.get("OLS Error Band"));
      assertClose("model", ours.olsModel(), bands.get("OLS Error Band: Model Error"));
      assertClose("noise", ours.olsNoise(), bands.get("OLS Error Band: Noise"));
    }
  }

  private static void assertClose(String name, double ours, JsonNode theirs) {
    if (theirs.isNull()) {
      assertThat(ours).as(name).isNaN();
    } else {
      double expected = theirs.asDouble();
      assertThat(ours)
          .as(name)
          .isCloseTo(expected, within(ROUNDING * Math.max(1e-3, Math.abs(expected))));
    }
  }
}
