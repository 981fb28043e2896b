package org.emcsettlement.settlement.report.fit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.explain.CountedData;
import org.emcsettlement.baseline.explain.EventCandidates;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.explain.JudgedCriterion;
import org.emcsettlement.baseline.explain.LeftOutDays;
import org.emcsettlement.baseline.explain.Remedy;
import org.emcsettlement.baseline.explain.Tried;
import org.emcsettlement.baseline.judge.CriteriaSet.Relation;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.model.Score;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.Json;
import org.jspecify.annotations.Nullable;

/** A fit as {@code fit.json}; its shape is the published schema {@code fit}. */
public final class FitFile {

  private static final int VERSION = 1;
  private static final double ROUNDING_NOISE = 1e-12;

  private FitFile() {}

  /**
   * The fit as a JSON object.
   *
   * @param explanation the fit; without a baseline the object holds verdict, remedies and findings
   * @return the object
   */
  public static ObjectNode tree(FitExplanation explanation) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("schemaVersion", VERSION);
    explanation.baseline().ifPresent(baseline -> model(file, baseline));
    tried(file.putArray("tried"), explanation);
    explanation.data().ifPresent(data -> data(file.putObject("data"), data));
    explanation
        .baseline()
        .ifPresent(fit -> events(file.putObject("nonRoutineEvents"), explanation.events(), fit));
    acceptable(file.putObject("acceptable"), explanation);
    file.set("findings", Json.tree(CanonicalJson.of(explanation.findings())));
    return file;
  }

  private static void model(ObjectNode file, Baseline baseline) {
    file.put("form", baseline.form());
    file.put("method", baseline.method());
    file.put("commodity", baseline.observations().commodity().id());
    file.put("resolution", baseline.observations().resolution().name().toLowerCase(Locale.ROOT));
    file.put("baselinePeriod", baseline.observations().period().toString());
    ObjectNode changePoints = file.putObject("changePointsCelsius");
    changePoints.put("heating", baseline.heatingChangePoint().orElse(null));
    changePoints.put("cooling", baseline.coolingChangePoint().orElse(null));
    ArrayNode coefficients = file.putArray("coefficients");
    for (Estimate estimate : baseline.estimates()) {
      coefficients
          .addObject()
          .put("name", estimate.regressor().text())
          .put("value", estimate.value())
          .put("unit", estimate.unit())
          .put("standardError", estimate.standardError().orElse(null))
          .put("t", estimate.t().orElse(null))
          .put("p", estimate.p().orElse(null));
    }
    statistics(file.putObject("statistics"), baseline.statistics());
    ArrayNode rejected = file.putArray("rejected");
    for (Rejection rejection : baseline.rejected()) {
      rejected
          .addObject()
          .put("form", rejection.form())
          .put("reason", rejection.reason())
          .put("reasonZh", rejection.reasonZh());
    }
  }

  private static void statistics(ObjectNode named, FitStatistics statistics) {
    named
        .put("n", statistics.observations())
        .put("parameters", statistics.parameters())
        .put("r2", finite(statistics.r2()))
        .put("adjustedR2", finite(statistics.adjustedR2()))
        .put("cvRmse", finite(statistics.cvRmse()))
        .put("nmbe", finite(statistics.nmbe()))
        .put("lag1Autocorrelation", finite(statistics.lag1Autocorrelation()))
        .put("effectiveObservations", finite(statistics.effectiveObservations()))
        .put("sumOfSquaredErrors", finite(statistics.sse()));
  }

  private static void tried(ArrayNode list, FitExplanation explanation) {
    for (Tried tried : explanation.tried()) {
      ObjectNode entry = list.addObject().put("form", tried.form()).put("chosen", tried.chosen());
      criterion(entry, tried.score());
      entry.put("reason", tried.en()).put("reasonZh", tried.zh());
    }
  }

  private static void criterion(ObjectNode entry, Optional<Score> score) {
    if (score.isEmpty()) {
      entry.putNull("criterion");
    } else {
      entry
          .putObject("criterion")
          .put("name", score.get().name())
          .put("value", finite(score.get().value()));
    }
  }

  private static void data(ObjectNode file, CountedData data) {
    file.put("span", data.span())
        .put("counted", data.counted())
        .put("observations", data.observations());
    ArrayNode leftOut = file.putArray("leftOut");
    for (LeftOutDays days : data.leftOut()) {
      leftOut
          .addObject()
          .put("reason", days.reason())
          .put("reasonZh", days.zh())
          .put("reasonEn", days.en())
          .put("count", days.count())
          .put("first", days.first().toString())
          .put("last", days.last().toString());
    }
  }

  private static void events(ObjectNode file, EventCandidates candidates, Baseline baseline) {
    file.put("searched", candidates.searched()).put("daysRemoved", 0);
    ArrayNode list = file.putArray("candidates");
    for (DetectedEvent event : candidates.events()) {
      Finding told = event.finding();
      ObjectNode entry =
          list.addObject()
              .put("kind", event.kind().name())
              .put("first", event.days().start().toString())
              .put("last", event.days().end().minusDays(1).toString())
              .put("effectPerDay", finite(event.effectPerDay()))
              .put("standardError", finite(event.standardError()))
              .put("unit", baseline.observations().commodity().unit().symbol() + "/d")
              .put("fraction", finite(event.fraction()))
              .put("t", finite(event.statistic()));
      event
          .unit()
          .ifPresentOrElse(
              step ->
                  entry
                      .putObject("unitChange")
                      .put("units", step.units().id())
                      .put("ratio", finite(step.measured())),
              () -> entry.putNull("unitChange"));
      entry.put("finding", told.code()).put("zh", told.zh()).put("en", told.en());
    }
  }

  private static void acceptable(ObjectNode file, FitExplanation explanation) {
    file.put("verdict", explanation.verdict().name());
    ArrayNode missed = file.putArray("missed");
    for (JudgedCriterion judged : explanation.missed()) {
      missed
          .addObject()
          .put("set", judged.set())
          .put("statistic", judged.criterion().statistic())
          .put("value", judged.value().orElse(null))
          .put("relation", judged.criterion().relation() == Relation.AT_MOST ? "≤" : "≥")
          .put("threshold", judged.criterion().threshold());
    }
    ArrayNode remedies = file.putArray("remedies");
    for (Remedy remedy : explanation.remedies()) {
      remedies
          .addObject()
          .put("finding", remedy.finding())
          .put("zh", remedy.zh())
          .put("en", remedy.en());
    }
  }

  /** JSON knows no NaN: what cannot be computed is null. What is left of an exact zero is zero. */
  private static @Nullable Double finite(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return Math.abs(value) < ROUNDING_NOISE ? 0.0 : value;
  }
}
