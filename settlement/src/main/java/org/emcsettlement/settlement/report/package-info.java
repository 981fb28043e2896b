/**
 * Renders a statement: a page in Chinese and English with charts, and rows for spreadsheets.
 *
 * <p>{@code StatementPage} puts the page together from parts that always stand on it ({@code
 * …Part}) and sections that appear where the statement has something to show ({@code …Section}).
 * They write {@code Content} into a {@code Table} through {@code Markup}, the one place that
 * escapes; {@code Numbers} and {@code Glossary} say how numbers and codes read, {@code Lines} which
 * line belongs where. Charts ({@code …Chart}) are drawn with {@code Svg} on an {@code Axis}. {@code
 * WaterfallSteps} finds the way from the baseline cost to the net payable.
 *
 * <p>{@code LinesCsv} writes the lines for spreadsheets, {@code TrailGlossary} names the steps of a
 * trail.
 */
@NullMarked
package org.emcsettlement.settlement.report;

import org.jspecify.annotations.NullMarked;
