package org.emcsettlement.settlement.report;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as the JDK's XML reader understands it; one that is not well-formed cannot be read. */
record ParsedPage(Document document) {

  static ParsedPage of(String html) {
    try {
      DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      reader.setErrorHandler(null);
      return new ParsedPage(reader.parse(new InputSource(new StringReader(html))));
    } catch (SAXException malformed) {
      throw new AssertionError("not well-formed: " + malformed.getMessage(), malformed);
    } catch (ParserConfigurationException | java.io.IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Every element of the page in order. */
  List<Element> elements() {
    return elements(document.getDocumentElement());
  }

  /** An element and everything below it, in order. */
  static List<Element> elements(Element root) {
    List<Element> found = new ArrayList<>();
    found.add(root);
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        found.addAll(elements(element));
      }
    }
    return found;
  }

  static List<Element> elements(Element root, String tag) {
    return elements(root).stream().filter(element -> element.getTagName().equals(tag)).toList();
  }

  static List<Element> elements(Element root, String tag, String style) {
    return elements(root, tag).stream()
        .filter(element -> List.of(element.getAttribute("class").split(" ", -1)).contains(style))
        .toList();
  }

  List<Element> elements(String tag) {
    return elements(document.getDocumentElement(), tag);
  }

  /** The first element of a tag and style. */
  Element element(String tag, String style) {
    return elements(document.getDocumentElement(), tag, style).get(0);
  }

  /** The sections whose heading holds a text; at most one. */
  List<Element> sections(String heading) {
    Predicate<Element> headed =
        section ->
            elements(section, "h2").stream().anyMatch(h -> h.getTextContent().contains(heading));
    return elements("section").stream().filter(headed).toList();
  }

  /** The drawing of an id. */
  Element drawing(String id) {
    return elements("svg").stream()
        .filter(svg -> svg.getAttribute("aria-labelledby").startsWith(id + "-title "))
        .findFirst()
        .orElseThrow();
  }

  /** The figure around a drawing. */
  Element figure(String id) {
    return (Element) drawing(id).getParentNode();
  }

  /** The rows of the bodies of all tables below an element, as text cells. */
  static List<List<String>> rows(Element root) {
    List<List<String>> rows = new ArrayList<>();
    for (Element body : elements(root, "tbody")) {
      for (Element row : elements(body, "tr")) {
        rows.add(elements(row, "td").stream().map(cell -> cell.getTextContent().strip()).toList());
      }
    }
    return rows;
  }

  /** A number as the page writes it: {@code -1,234.56}. */
  static BigDecimal number(String text) {
    if (!text.matches("-?\\d{1,3}(,\\d{3})*(\\.\\d+)?")) {
      throw new AssertionError("not a number with separators: " + text);
    }
    return new BigDecimal(text.replace(",", ""));
  }

  /** A coordinate of a drawing. */
  static double at(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }
}
