/** Models made for public institutions: their weeks, their seasons, their slow change. */
@NullMarked
package org.emcsettlement.baseline.institution;

import org.jspecify.annotations.NullMarked;
