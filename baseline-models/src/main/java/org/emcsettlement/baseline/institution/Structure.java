package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.emcsettlement.baseline.institution.Term.Role;

/**
 * Which terms a model has, by their roles. A finer day type comes only with the coarser ones, a
 * slope of its own only with a level of its own.
 *
 * @param roles the roles of its terms
 */
record Structure(Set<Role> roles) {

  private static final List<Role> DAY_TYPES = List.of(Role.REST, Role.SATURDAY, Role.WEEKDAY);

  Structure {
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
  }

  /**
   * The structures that given roles allow, those of fewer roles first: a ladder without season,
   * then everything. Who has a season has weeks too, and what a term too many costs in a forecast
   * is less than what a term too few costs.
   */
  static List<Structure> of(Set<Role> available) {
    List<Structure> structures = new ArrayList<>();
    Set<Role> roles = EnumSet.of(Role.CORE);
    structures.add(new Structure(roles));
    for (Role dayType : DAY_TYPES) {
      roles.add(dayType);
      structures.add(new Structure(roles));
      Set<Role> sloped = EnumSet.copyOf(roles);
      sloped.add(Role.REST_SLOPE);
      structures.add(new Structure(sloped));
    }
    structures.removeIf(structure -> !available.containsAll(structure.roles()));
    structures.add(new Structure(available));
    return List.copyOf(structures);
  }

  /** Whether it is a plain change-point model. */
  boolean isPlain() {
    return roles.size() == 1;
  }

  boolean has(Role role) {
    return roles.contains(role);
  }

  String zh() {
    return isPlain() ? "不分日类型、无季节项" : parts("、", Role::zh);
  }

  String en() {
    return isPlain() ? "neither day types nor season" : parts(", ", Role::en);
  }

  private String parts(String comma, Function<Role, String> name) {
    return String.join(comma, roles.stream().filter(role -> role != Role.CORE).map(name).toList());
  }
}
