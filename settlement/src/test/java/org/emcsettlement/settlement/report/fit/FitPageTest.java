package org.emcsettlement.settlement.report.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
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
