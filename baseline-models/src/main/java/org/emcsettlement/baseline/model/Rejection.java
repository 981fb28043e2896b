package org.emcsettlement.baseline.model;

/**
 * Why a form or method was not chosen.
 *
 * @param form the form
 * @param reason the reason in English
 * @param reasonZh the reason in Chinese
 */
public record Rejection(String form, String reason, String reasonZh) {}
