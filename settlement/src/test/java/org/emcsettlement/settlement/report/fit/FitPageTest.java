package org.emcsettlement.settlement.report.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.explain.EventCandidates;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.FittedBaselines;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FitPageTest {

  private static final Checked<Baseline> DAILY = FittedBaselines.dailyFit();
  private static final Checked<Baseline> BILLING = FittedBaselines.billingFit();

  private static String page(String name, Checked<Baseline> fit) {
    return FitPage.html(name, FitExplanation.of(fit), Optional.of(FittedBaselines.frozen(fit)));
  }

  private static List<Element> elements(String html, String tag, String style) {
    try {
      NodeList found =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html)))
              .getElementsByTagName(tag);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        Element element = (Element) found.item(i);
        if (List.of(element.getAttribute("class").split(" ", -1)).contains(style)) {
          elements.add(element);
        }
      }
      return elements;
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new AssertionError("not well-formed: " + malformed.getMessage(), malformed);
    }
  }

  /** Each of 366 days once in the scatter and once among the residuals, once as fitted. */
  @Test
  void everyDayIsDrawn() {
    String html = page("building", DAILY);
    assertThat(elements(html, "circle", "seen")).hasSize(2 * 366);
    assertThat(elements(html, "circle", "said")).hasSize(366);
    assertThat(elements(html, "rect", "bar")).hasSize(31);
  }

  /** Twelve months have autocorrelations up to half their number, and the curve of one day. */
  @Test
  void everyBillIsDrawnWithTheCurve() {
    String html = page("building", BILLING);
    assertThat(elements(html, "circle", "seen")).hasSize(2 * 12);
    assertThat(elements(html, "rect", "bar")).hasSize(7);
    assertThat(elements(html, "path", "model")).hasSize(1);
  }

  /** The fit of daily data with a shift from July on and a fortnight of its own in March. */
  private static FitExplanation withEvents() {
    DetectedEvent fortnight =
        new DetectedEvent(
            DetectedEvent.Kind.TEMPORARY,
            Period.of(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 18)),
            DetectedEvent.Within.BASELINE,
            -123.4,
            23.45,
            -0.0987,
            -5.26,
            Optional.empty());
    DetectedEvent shift =
        new DetectedEvent(
            DetectedEvent.Kind.LEVEL_SHIFT,
            Period.of(LocalDate.of(2024, 7, 1), LocalDate.of(2025, 1, 1)),
            DetectedEvent.Within.BASELINE,
            456,
            34,
            0.365,
            13.4,
            Optional.empty());
    FitExplanation fit = FitExplanation.of(DAILY);
    return new FitExplanation(
        fit.baseline(),
        fit.findings(),
        fit.tried(),
        fit.data(),
        new EventCandidates(true, List.of(fortnight, shift)),
        fit.criteria(),
        fit.verdict(),
        fit.remedies());
  }

  /** July to December are 184 of 366 days: the second band takes as much of the chart's width. */
  @Test
  void eventsAreShadedAmongTheResidualsAndListed() {
    String html = FitPage.html("building", withEvents(), Optional.empty());
    List<Element> bands = elements(html, "rect", "event");
    assertThat(bands).hasSize(2);
    double fortnight = Double.parseDouble(bands.get(0).getAttribute("width"));
    double half = Double.parseDouble(bands.get(1).getAttribute("width"));
    assertThat(half / fortnight).isCloseTo(184 / 14.0, within(0.01));
    Element chart = (Element) bands.get(0).getParentNode();
    assertThat(chart.getAttribute("aria-labelledby")).startsWith("residuals-title");
    assertThat(chart.getTextContent()).contains("非常规事件候选");
    assertThat(elements(html, "span", "event")).hasSize(1);
    assertThat(html)
        .contains("暂时变化", "temporary change", "2024-03-04 – 2024-03-17", "-123", "23.5", "-9.87 %")
        .contains("水平变化", "level shift", "2024-07-01 – 2024-12-31", "+456", "+36.5 %")
        .contains("未自动剔除、更正或调整任何数据")
        .contains("no data were removed, corrected or adjusted automatically");
  }

  @Test
  void withoutEventsThePageSaysWhetherTheyWereLookedFor() {
    String daily = page("building", DAILY);
    assertThat(elements(daily, "rect", "event")).isEmpty();
    assertThat(daily).contains("在逐日残差中未检出非常规事件");
    assertThat(page("building", BILLING)).contains("未检测非常规事件");
  }

  @Test
  void theSameFitGivesTheSameBytes() {
    assertThat(page("building", FittedBaselines.dailyFit())).isEqualTo(page("building", DAILY));
  }

  @Test
  void nothingIsLoadedOrRun() {
    String html = page("building", DAILY);
    assertThat(html).doesNotContain("<script", "<link", "<img", "url(http", "@import");
    assertThat(html.replace("http://www.w3.org/", "")).doesNotContain("http:", "https:");
  }

  @Test
  void aNameIsNoMarkup() {
    String html = page("<b>&\"'", DAILY);
    assertThat(html).contains("&lt;b&gt;&amp;&quot;&#39;").doesNotContain("<b>");
    assertThat(elements(html, "p", "contract")).hasSize(1);
  }

  @Test
  void formulaAndDigestAreThoseOfTheFrozenBaseline() {
    FrozenBaseline frozen = FittedBaselines.frozen(DAILY);
    assertThat(page("building", DAILY))
        .contains(frozen.formulaZh())
        .contains(frozen.formulaEn())
        .contains(frozen.digest());
  }

  @Test
  void withoutAFitThereIsNoPage() {
    FitExplanation none = FitExplanation.of(Optional.empty(), Findings.none());
    assertThatThrownBy(() -> FitPage.html("building", none, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no baseline");
  }
}
