package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;

/** A directive whose argument {@code fields} is a selection, with the codes of what can be wrong with any of them. */
enum FieldSetDirective {
    KEY(ErrorCode.KEY_INVALID_FIELDS, ErrorCode.KEY_INVALID_FIELDS_TYPE, ErrorCode.KEY_DIRECTIVE_IN_FIELDS_ARG),
    REQUIRES(
            ErrorCode.REQUIRES_INVALID_FIELDS,
            ErrorCode.REQUIRES_INVALID_FIELDS_TYPE,
            ErrorCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG),
    PROVIDES(
            ErrorCode.PROVIDES_INVALID_FIELDS,
            ErrorCode.PROVIDES_INVALID_FIELDS_TYPE,
            ErrorCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG);

    private final ErrorCode invalidFields;
    private final ErrorCode invalidFieldsType;
    private final ErrorCode directiveInFields;

    FieldSetDirective(ErrorCode invalidFields, ErrorCode invalidFieldsType, ErrorCode directiveInFields) {
        this.invalidFields = invalidFields;
        this.invalidFieldsType = invalidFieldsType;
        this.directiveInFields = directiveInFields;
    }

    ErrorCode invalidFields() {
        return invalidFields;
    }

    ErrorCode invalidFieldsType() {
        return invalidFieldsType;
    }

    ErrorCode directiveInFields() {
        return directiveInFields;
    }
}
