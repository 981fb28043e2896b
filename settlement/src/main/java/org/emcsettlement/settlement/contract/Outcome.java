package org.emcsettlement.settlement.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.trail.PostedAmount;

/** What a clause makes: figures, lines, movements of balances, findings. */
public final class Outcome {

  /**
   * A movement of a balance.
   *
   * @param balance the balance's name
   * @param kind what it does
   * @param amount the amount
   */
  public record Move(String balance, Movement.Kind kind, PostedAmount amount) {}

  /** A figure and how it is put into a book. */
  private record Written(FigureKey<?> key, Consumer<FigureBook> put) {}

  private final List<Written> figures;
  private final List<LineDraft> lines;
  private final List<Move> moves;
  private final Map<String, LineDraft.Tax> taxes;
  private final Findings findings;

  private Outcome(Builder builder) {
    this.figures = List.copyOf(builder.figures);
    this.lines = List.copyOf(builder.lines);
    this.moves = List.copyOf(builder.moves);
    this.taxes = Map.copyOf(builder.taxes);
    this.findings = builder.findings.findings();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  void writeInto(FigureBook book, Clause clause) {
    for (Written figure : figures) {
      if (!clause.writes().contains(figure.key())) {
        throw new IllegalStateException(
            "clause " + clause.id() + " writes " + figure.key() + " but does not declare it");
      }
      figure.put().accept(book);
    }
  }

  /** {@return the lines in order} */
  public List<LineDraft> lines() {
    return lines;
  }

  /** {@return the movements in order} */
  public List<Move> moves() {
    return moves;
  }

  /** {@return the tax of lines made before, by line id} */
  public Map<String, LineDraft.Tax> taxes() {
    return taxes;
  }

  /** {@return the findings} */
  public Findings findings() {
    return findings;
  }

  /** Builds an {@link Outcome}. */
  public static final class Builder {

    private final List<Written> figures = new ArrayList<>();
    private final List<LineDraft> lines = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, LineDraft.Tax> taxes = new LinkedHashMap<>();
    private final FindingCollector findings = new FindingCollector();

    private Builder() {}

    /**
     * Writes a figure of the whole statement.
     *
     * @param <T> the kind of figure
     * @param key its key
     * @param figure the figure
     * @return this builder
     */
    public <T> Builder put(FigureKey<T> key, T figure) {
      return put(key, new FigureBook.Slot(Optional.empty(), Optional.empty()), figure);
    }

    /**
     * Writes a figure of a commodity.
     *
     * @param <T> the kind of figure
     * @param key its key
     * @param commodity the commodity
     * @param figure the figure
     * @return this builder
     */
    public <T> Builder put(FigureKey<T> key, Commodity commodity, T figure) {
      return put(key, new FigureBook.Slot(Optional.of(commodity), Optional.empty()), figure);
    }

    /**
     * Writes a figure of a commodity in a segment.
     *
     * @param <T> the kind of figure
     * @param key its key
     * @param commodity the commodity
     * @param segment the segment
     * @param figure the figure
     * @return this builder
     */
    public <T> Builder put(FigureKey<T> key, Commodity commodity, Segment segment, T figure) {
      return put(
          key,
          new FigureBook.Slot(Optional.of(commodity), Optional.of(segment.period().start())),
          figure);
    }

    private <T> Builder put(FigureKey<T> key, FigureBook.Slot slot, T figure) {
      figures.add(new Written(key, book -> book.put(key, slot, figure)));
      return this;
    }

    /**
     * Adds a line.
     *
     * @param line the line
     * @return this builder
     */
    public Builder line(LineDraft line) {
      lines.add(line);
      return this;
    }

    /**
     * Moves a balance.
     *
     * @param balance its name
     * @param kind what the movement does
     * @param amount the amount
     * @return this builder
     */
    public Builder move(String balance, Movement.Kind kind, PostedAmount amount) {
      moves.add(new Move(balance, kind, amount));
      return this;
    }

    /**
     * Taxes a line made before.
     *
     * @param line its id
     * @param tax its tax
     * @return this builder
     */
    public Builder tax(String line, LineDraft.Tax tax) {
      taxes.put(line, tax);
      return this;
    }

    /**
     * Reports a finding.
     *
     * @param code the kind
     * @param place where
     * @param arguments its arguments
     * @return this builder
     */
    public Builder finding(FindingCode code, Place place, Object... arguments) {
      findings.add(code, place, arguments);
      return this;
    }

    /**
     * Reports findings made elsewhere.
     *
     * @param made the findings
     * @return this builder
     */
    public Builder findings(Findings made) {
      findings.addAll(made);
      return this;
    }

    /** {@return the outcome} */
    public Outcome build() {
      return new Outcome(this);
    }
  }
}
