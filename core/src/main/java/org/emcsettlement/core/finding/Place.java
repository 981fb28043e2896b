package org.emcsettlement.core.finding;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** Where a finding was made: any of file, line, column, JSON pointer and period. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutablePlace.class)
public interface Place {

  /** No particular place. */
  Place NOWHERE = builder().build();

  /** {@return the file, relative to its evidence folder, with forward slashes} */
  Optional<String> file();

  /** {@return the line in the file, from 1} */
  Optional<Integer> line();

  /** {@return the name of the column} */
  Optional<String> column();

  /** {@return the JSON pointer (RFC 6901) inside the file} */
  Optional<String> pointer();

  /** {@return the period or instant concerned, in ISO form} */
  Optional<String> period();

  /**
   * A whole file.
   *
   * @param file its name
   * @return the place
   */
  static Place file(String file) {
    return builder().file(file).build();
  }

  /**
   * A line of a file.
   *
   * @param file its name
   * @param line the line, from 1
   * @return the place
   */
  static Place line(String file, int line) {
    return builder().file(file).line(line).build();
  }

  /**
   * A value of a JSON document.
   *
   * @param file its name
   * @param pointer the JSON pointer; the empty string is the whole document
   * @return the place
   */
  static Place pointer(String file, String pointer) {
    return builder().file(file).pointer(pointer).build();
  }

  /**
   * This place, narrowed to a period.
   *
   * @param period the period or instant in ISO form
   * @return the narrower place
   */
  default Place during(String period) {
    return builder().from(this).period(period).build();
  }

  /** {@return the place as people write it: {@code file:line [column] #pointer (period)}} */
  default String describe() {
    StringBuilder text = new StringBuilder();
    file().ifPresent(text::append);
    line().ifPresent(line -> text.append(':').append(line));
    column().ifPresent(column -> text.append(" [").append(column).append(']'));
    pointer().ifPresent(pointer -> text.append(" #").append(pointer.isEmpty() ? "/" : pointer));
    period().ifPresent(period -> text.append(" (").append(period).append(')'));
    return text.toString().strip();
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Place}. */
  final class Builder extends ImmutablePlace.Builder {
    Builder() {}
  }
}
