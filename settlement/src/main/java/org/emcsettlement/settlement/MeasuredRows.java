package org.emcsettlement.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.CommodityTerms;
import org.emcsettlement.settlement.contract.FigureBook;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.statement.BaselineSummary;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.MeterReading;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.trail.Figure;

/** The rows of a statement that show what was measured: meters, baselines, progress by month. */
final class MeasuredRows {

  private final ResolvedContract resolved;
  private final StatementPeriod period;
  private final FigureBook figures;
  private final List<Segment> segments;

  MeasuredRows(
      ResolvedContract resolved,
      StatementPeriod period,
      FigureBook figures,
      List<Segment> segments) {
    this.resolved = resolved;
    this.period = period;
    this.figures = figures;
    this.segments = segments;
  }

  List<MeterReading> meters() {
    List<MeterReading> rows = new ArrayList<>();
    for (Meter meter : resolved.contract().meters()) {
      MeterReadings readings = resolved.evidence().meters().get(meter.id());
      if (readings != null) {
        row(meter, readings).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private Optional<MeterReading> row(Meter meter, MeterReadings readings) {
    Optional<Period> coverage = readings.coverage().overlap(period.service());
    if (coverage.isEmpty()) {
      return Optional.empty();
    }
    BoundaryUse.Part part = BoundaryUse.Billed.part(readings, period.service());
    int first = readings.firstFrom(period.service().start());
    int end = readings.firstFrom(period.service().end());
    int estimated = 0;
    for (int i = first; i < end; i++) {
      estimated += readings.quality(i).isEstimate() ? 1 : 0;
    }
    return Optional.of(
        MeterReading.builder()
            .meter(meter.id())
            .commodity(meter.commodity())
            .kind(meter.kind().name())
            .sign(meter.informative() ? 0 : meter.sign())
            .multiplier(meter.multiplier())
            .coverage(coverage.get())
            .quantity(part.quantity())
            .readings(end - first)
            .estimated(estimated)
            .daysLeftOut(part.missing().size())
            .build());
  }

  List<BaselineSummary> baselines() {
    return resolved.contract().baselines().stream().map(this::summary).toList();
  }

  private BaselineSummary summary(BaselineTerms terms) {
    Optional<FrozenBaseline> frozen = resolved.baseline(terms.commodity());
    return BaselineSummary.builder()
        .id(terms.id())
        .commodity(terms.commodity())
        .source(terms.source().name())
        .period(terms.period())
        .form(frozen.map(FrozenBaseline::form).orElse(terms.source().name()))
        .formula(
            frozen
                .map(f -> new Bilingual(f.formulaZh(), f.formulaEn()))
                .orElseGet(() -> BaselineText.formula(terms)))
        .statistics(frozen.map(FrozenBaseline::statistics).orElse(Map.of()))
        .digest(frozen.map(FrozenBaseline::digest))
        .build();
  }

  /** The months before, then those of this statement as far as use was compared in it. */
  List<ProgressRow> progress(List<ProgressRow> before) {
    List<ProgressRow> rows = new ArrayList<>();
    for (ProgressRow row : before) {
      if (row.period().overlap(period.service()).isEmpty() || !compares()) {
        rows.add(row);
      }
    }
    for (CommodityTerms terms : resolved.contract().commodities()) {
      for (Segment segment : segments) {
        row(terms.id(), segment).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private boolean compares() {
    return !figures.all(Figures.ACTUAL).isEmpty();
  }

  private Optional<ProgressRow> row(Commodity commodity, Segment segment) {
    Optional<Figure> baseline = figures.get(Figures.COUNTED_BASELINE, commodity, segment);
    Optional<Figure> actual = figures.get(Figures.ACTUAL, commodity, segment);
    if (baseline.isEmpty() || actual.isEmpty()) {
      return Optional.empty();
    }
    Optional<Figure> price = figures.get(Figures.PRICE, commodity, segment);
    return Optional.of(
        ProgressRow.builder()
            .commodity(commodity)
            .period(segment.period())
            .adjustedBaseline(baseline.get().value())
            .actual(actual.get().value())
            .value(
                price.map(p -> baseline.get().value().minus(actual.get().value()).times(p.value())))
            .estimated(resolved.use(commodity).in(segment.period()).split())
            .build());
  }
}
