package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.KnownDirective;

/** A directive whose argument {@code fields} is a selection, with the codes of what can be wrong with any of them. */
enum FieldSetDirective {
    KEY(
            KnownDirective.KEY,
            ErrorCode.KEY_INVALID_FIELDS,
            ErrorCode.KEY_INVALID_FIELDS_TYPE,
            ErrorCode.KEY_DIRECTIVE_IN_FIELDS_ARG,
            ErrorCode.KEY_UNSUPPORTED_ON_INTERFACE),
    REQUIRES(
            KnownDirective.REQUIRES,
            ErrorCode.REQUIRES_INVALID_FIELDS,
            ErrorCode.REQUIRES_INVALID_FIELDS_TYPE,
            ErrorCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG,
            ErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE),
    PROVIDES(
            KnownDirective.PROVIDES,
            ErrorCode.PROVIDES_INVALID_FIELDS,
            ErrorCode.PROVIDES_INVALID_FIELDS_TYPE,
            ErrorCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG,
            ErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE);

    private final KnownDirective directive;
    private final ErrorCode invalidFields;
    private final ErrorCode invalidFieldsType;
    private final ErrorCode directiveInFields;
    private final ErrorCode unsupportedOnInterface;

    FieldSetDirective(
            KnownDirective directive,
            ErrorCode invalidFields,
            ErrorCode invalidFieldsType,
            ErrorCode directiveInFields,
            ErrorCode unsupportedOnInterface) {
        this.directive = directive;
        this.invalidFields = invalidFields;
        this.invalidFieldsType = invalidFieldsType;
        this.directiveInFields = directiveInFields;
        this.unsupportedOnInterface = unsupportedOnInterface;
    }

    KnownDirective directive() {
        return directive;
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

    ErrorCode unsupportedOnInterface() {
        return unsupportedOnInterface;
    }
}
