package org.emcsettlement.settlement.report.page;

import java.util.ArrayList;
import java.util.List;

/** A table with a head in both languages. Not thread-safe. */
public final class Table {

  /** How the cells of a column are set. */
  private enum Kind {
    /** Text, to the left. */
    TEXT,
    /** A number, to the right, with figures of equal width. */
    NUMBER,
    /** A short mark, in the middle. */
    MARK,
    /** A unit, on one line. */
    UNIT
  }

  /** A column; its width is in percent, 0 leaves it to the reader. */
  private record Column(String zh, String en, Kind kind, int width) {

    Content heading() {
      return en.isEmpty() ? Content.data(zh) : Content.both(zh, en);
    }
  }

  private record Row(String style, List<Content> cells) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private Table column(String zh, String en, Kind kind, int width) {
    columns.add(new Column(zh, en, kind, width));
    return this;
  }

  /**
   * A column of text.
   *
   * @param zh its heading in Chinese
   * @param en its heading in English
   * @return this table
   */
  public Table text(String zh, String en) {
    return column(zh, en, Kind.TEXT, 0);
  }

  /**
   * A column of text that takes a part of the width.
   *
   * @param zh its heading in Chinese
   * @param en its heading in English
   * @param width the part in percent
   * @return this table
   */
  public Table text(String zh, String en, int width) {
    return column(zh, en, Kind.TEXT, width);
  }

  /**
   * A column of numbers.
   *
   * @param zh its heading in Chinese
   * @param en its heading in English
   * @return this table
   */
  public Table number(String zh, String en) {
    return column(zh, en, Kind.NUMBER, 0);
  }

  /**
   * A column of short marks.
   *
   * @param zh its heading in Chinese
   * @param en its heading in English
   * @return this table
   */
  public Table mark(String zh, String en) {
    return column(zh, en, Kind.MARK, 0);
  }

  /**
   * A column of short codes, which are not broken.
   *
   * @param zh its heading in Chinese
   * @param en its heading in English
   * @return this table
   */
  public Table code(String zh, String en) {
    return column(zh, en, Kind.UNIT, 0);
  }

  /**
   * A column of units.
   *
   * @param zh its heading in Chinese
   * @param en its heading in English
   * @return this table
   */
  public Table unit(String zh, String en) {
    return column(zh, en, Kind.UNIT, 0);
  }

  /**
   * Adds a row.
   *
   * @param cells one per column
   * @return this table
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public Table row(Content... cells) {
    return row("", cells);
  }

  /**
   * Adds a row that sums up.
   *
   * @param cells one per column
   * @return this table
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public Table total(Content... cells) {
    return row("total", cells);
  }

  /**
   * Adds a row of a style.
   *
   * @param style its class in the style sheet
   * @param cells one per column
   * @return this table
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public Table row(String style, Content... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
    }
    rows.add(new Row(style, List.of(cells)));
    return this;
  }

  /**
   * Adds a row of one cell that heads those after it.
   *
   * @param content the cell
   * @return this table
   */
  public Table group(Content content) {
    rows.add(new Row("group", List.of(content)));
    return this;
  }

  /** {@return whether it has no rows} */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Writes the table.
   *
   * @param page takes it
   */
  public void write(Markup page) {
    page.open("table").open("thead").open("tr");
    for (Column column : columns) {
      if (column.width() == 0) {
        page.open("th", "scope", "col", "class", style(column));
      } else {
        String width = "width:" + column.width() + "%";
        page.open("th", "scope", "col", "class", style(column), "style", width);
      }
      column.heading().write(page);
      page.close("th");
    }
    page.close("tr").close("thead");
    body(page);
    page.close("table");
  }

  /** Every group is a body of its own, kept on one page where it fits. */
  private void body(Markup page) {
    boolean grouped = rows.stream().anyMatch(row -> row.style().equals("group"));
    page.open("tbody", "class", grouped ? "keep" : "");
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && rows.get(i).style().equals("group")) {
        page.close("tbody").open("tbody", "class", "keep");
      }
      write(page, rows.get(i));
    }
    page.close("tbody");
  }

  private static String style(Column column) {
    return switch (column.kind()) {
      case TEXT -> "t";
      case NUMBER -> "n";
      case MARK -> "m";
      case UNIT -> "u";
    };
  }

  private void write(Markup page, Row row) {
    page.open("tr", "class", row.style());
    if (row.style().equals("group")) {
      page.open("td", "colspan", Integer.toString(columns.size()));
      row.cells().get(0).write(page);
      page.close("td");
    } else {
      for (int i = 0; i < columns.size(); i++) {
        page.open("td", "class", style(columns.get(i)));
        row.cells().get(i).write(page);
        page.close("td");
      }
    }
    page.close("tr");
  }
}
