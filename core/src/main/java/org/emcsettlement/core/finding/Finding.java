package org.emcsettlement.core.finding;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Locale;
import java.util.Map;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** One thing found in evidence, contract or fit: what, where, its effect, and its text. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableFinding.class)
public interface Finding {

  /** {@return the stable code} */
  String code();

  /** {@return what it does to the result} */
  Effect effect();

  /** {@return where it was found} */
  Place place();

  /** {@return the facts of the case by argument name, as text} */
  Map<String, String> arguments();

  /** {@return the Chinese text with its arguments filled in} */
  String zh();

  /** {@return the English text with its arguments filled in} */
  String en();

  /**
   * Makes a finding with its default effect.
   *
   * @param code the kind
   * @param place where
   * @param arguments name, value, name, value … for every argument of the text; a {@link Named}
   *     value appears by its name in each language
   * @return the finding
   * @throws IllegalArgumentException if an argument of the text is missing
   */
  static Finding of(FindingCode code, Place place, Object... arguments) {
    Texts texts = new Texts(code, arguments);
    return builder()
        .code(code.code())
        .effect(code.defaultEffect())
        .place(place)
        .arguments(texts.arguments())
        .zh(texts.zh())
        .en(texts.en())
        .build();
  }

  /**
   * The same finding at another place.
   *
   * @param place the place
   * @return the finding there
   */
  default Finding at(Place place) {
    return builder().from(this).place(place).build();
  }

  /**
   * The same finding with another effect.
   *
   * @param effect the effect by policy
   * @return this finding under that policy
   */
  default Finding withEffect(Effect effect) {
    return builder().from(this).effect(effect).build();
  }

  /**
   * The text for a reader.
   *
   * @param language Chinese gives the Chinese text, any other language the English one
   * @return the text without its place
   */
  default String text(Locale language) {
    return Locale.CHINESE.getLanguage().equals(language.getLanguage()) ? zh() : en();
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Finding}. */
  final class Builder extends ImmutableFinding.Builder {
    Builder() {}
  }
}
