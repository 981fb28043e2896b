package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.Resolution;

/**
 * Which readings count: estimated bills go with the bill that was read after them, bills of unusual
 * length and, if the set says so, zeros of electricity do not count.
 */
final class ReadingRules {

  private final Sufficiency set;
  private final DataCoverage data;
  private final FindingCollector findings;
  private final Place place;

  private final List<Usable> usable = new ArrayList<>();

  /**
   * A row as it is fitted.
   *
   * @param row the row, without use if it does not count
   * @param days the days of it that were really read [d]
   * @param isMerged whether estimates are in it
   */
  private record Usable(UseRow row, double days, boolean isMerged) {

    Usable missing() {
      return new Usable(row.missing(), days, isMerged);
    }
  }

  ReadingRules(Sufficiency set, DataCoverage data, FindingCollector findings, Place place) {
    this.set = set;
    this.data = data;
    this.findings = findings;
    this.place = place;
    merge();
    dropOffCycle();
    dropZeros();
  }

  List<UseRow> usable() {
    return usable.stream().map(Usable::row).toList();
  }

  /** Days of each usable row that count towards coverage [d]. */
  double[] counted() {
    return usable.stream().mapToDouble(u -> u.row().isKnown() ? u.days() : 0).toArray();
  }

  private void merge() {
    List<UseRow> merged = new ArrayList<>();
    List<UseRow> unmerged = new ArrayList<>();
    List<UseRow> waiting = new ArrayList<>();
    boolean merges = set.holds(SufficiencyRule.ESTIMATES_MERGED_WITHIN);
    for (UseRow row : data.rows()) {
      if (merges && row.estimated() && row.isKnown()) {
        waiting.add(row);
      } else if (waiting.isEmpty()) {
        usable.add(new Usable(row, row.days(), false));
      } else {
        close(waiting, row, merged, unmerged);
      }
    }
    waiting.forEach(this::leaveOut);
    unmerged.addAll(waiting);
    say(SufficiencyFinding.ESTIMATES_MERGED, merged);
    say(
        SufficiencyFinding.ESTIMATES_UNMERGED,
        unmerged,
        "most",
        set.threshold(SufficiencyRule.ESTIMATES_MERGED_WITHIN).orElse(BigDecimal.ZERO));
  }

  /** A row that was read ends a run of estimates. */
  private void close(
      List<UseRow> waiting, UseRow read, List<UseRow> merged, List<UseRow> unmerged) {
    UseRow first = waiting.get(0);
    double use = read.use() + waiting.stream().mapToDouble(UseRow::use).sum();
    UseRow together = new UseRow(first.start(), read.end(), use, false);
    double most =
        set.threshold(SufficiencyRule.ESTIMATES_MERGED_WITHIN).orElseThrow().doubleValue();
    if (read.isKnown() && together.days() <= most) {
      usable.add(new Usable(together, read.days(), true));
      merged.addAll(waiting);
    } else {
      // the bill after an estimate corrects it, so alone it is no use of its own days
      waiting.forEach(this::leaveOut);
      leaveOut(read);
      unmerged.addAll(waiting);
    }
    waiting.clear();
  }

  private void leaveOut(UseRow row) {
    usable.add(new Usable(row.missing(), 0, false));
  }

  private void dropOffCycle() {
    if (data.resolution() != Resolution.BILLING || !set.holds(SufficiencyRule.ROW_AT_LEAST)) {
      return;
    }
    BigDecimal least = set.threshold(SufficiencyRule.ROW_AT_LEAST).orElseThrow();
    BigDecimal monthly = set.threshold(SufficiencyRule.MONTHLY_ROW_AT_MOST).orElseThrow();
    BigDecimal bimonthly = set.threshold(SufficiencyRule.BIMONTHLY_ROW_AT_MOST).orElseThrow();
    double[] lengths = data.rows().stream().mapToDouble(UseRow::days).sorted().toArray();
    boolean isMonthly = lengths.length == 0 || Quantiles.of(lengths, 0.5) <= monthly.doubleValue();
    BigDecimal most = isMonthly ? monthly : bimonthly;
    List<UseRow> dropped = new ArrayList<>();
    for (int i = 0; i < usable.size(); i++) {
      UseRow row = usable.get(i).row();
      // calendar days: an hour of summer time does not make a bill off-cycle
      int days = data.period(row, row).days();
      boolean isOff = days < least.intValue() || days > most.intValue();
      if (isOff && row.isKnown() && !usable.get(i).isMerged()) {
        dropped.add(row);
        usable.set(i, usable.get(i).missing());
      }
    }
    say(SufficiencyFinding.OFF_CYCLE, dropped, "least", least, "most", most);
  }

  private void dropZeros() {
    boolean asked = set.threshold(SufficiencyRule.ZERO_ELECTRICITY_IS_MISSING).isPresent();
    if (!asked || !ValueRules.isElectricity(data)) {
      return;
    }
    List<UseRow> zeros = usable().stream().filter(row -> row.use() == 0).toList();
    if (set.holds(SufficiencyRule.ZERO_ELECTRICITY_IS_MISSING)) {
      usable.replaceAll(u -> u.row().use() == 0 ? u.missing() : u);
      say(SufficiencyFinding.ZERO_MISSING, zeros);
    } else {
      say(SufficiencyFinding.ZERO_KEPT, zeros);
    }
  }

  private void say(FindingCode code, List<UseRow> rows, Object... more) {
    if (!rows.isEmpty()) {
      List<Object> arguments = new ArrayList<>(List.of(more));
      arguments.addAll(List.of("count", rows.size(), "first", data.date(rows.get(0))));
      findings.add(code, place, arguments.toArray());
    }
  }
}
