package org.emcsettlement.settlement.report;

import java.util.List;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;

/**
 * How lines read in a contract about nothing but water: clauses serve energy and water alike and
 * name what they make after energy.
 */
final class WaterWording {

  private WaterWording() {}

  /** The lines, reworded if every commodity among them is water. */
  static List<Line> of(List<Line> lines) {
    boolean water =
        lines.stream().anyMatch(line -> line.commodity().isPresent())
            && lines.stream()
                .flatMap(line -> line.commodity().stream())
                .allMatch(commodity -> commodity.isWater());
    return water ? lines.stream().map(WaterWording::reworded).toList() : lines;
  }

  private static Line reworded(Line line) {
    String zh =
        line.label()
            .zh()
            .replace("节能效益", "节水效益")
            .replace("能源托管费", "用水托管费")
            .replace("能源费用", "用水费用")
            .replace("转售能源", "转售用水");
    return Line.builder().from(line).label(new Bilingual(zh, line.label().en())).build();
  }
}
