{{/* The labels that select an application's pods; the argument is a list of the root and the application's name. */}}
{{- define "transcendence.selector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
{{- end }}

{{- define "transcendence.labels" -}}
{{ include "transcendence.selector" . }}
app.kubernetes.io/part-of: transcendence
app.kubernetes.io/version: {{ (index . 0).Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
helm.sh/chart: {{ printf "%s-%s" (index . 0).Chart.Name (index . 0).Chart.Version }}
{{- end }}

{{- define "transcendence.image" -}}
{{- $root := index . 0 -}}
{{ $root.Values.image.registry }}/{{ index . 1 }}:{{ $root.Values.image.tag | default $root.Chart.AppVersion }}
{{- end }}

{{/* What all pods have in common: who they run as, and how they spread. */}}
{{- define "transcendence.pod" -}}
{{- $root := index . 0 -}}
automountServiceAccountToken: false
enableServiceLinks: false # applications refuse variables that look like settings
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets: {{ toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{ include "transcendence.selector" . | nindent 8 }}
{{- end }}

{{- define "transcendence.container" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}

{{/* Probes of the port with this name. A start takes half a minute on a busy node. */}}
{{- define "transcendence.probes" -}}
startupProbe:
  httpGet: {path: /actuator/health/liveness, port: {{ . }}}
  periodSeconds: 2
  failureThreshold: 60
readinessProbe:
  httpGet: {path: /actuator/health/readiness, port: {{ . }}}
  periodSeconds: 2
  failureThreshold: 2
  timeoutSeconds: 2
livenessProbe:
  httpGet: {path: /actuator/health/liveness, port: {{ . }}}
  periodSeconds: 10
  failureThreshold: 6
  timeoutSeconds: 5
{{- end }}

{{/* An environment variable from a secret's key of the same name. */}}
{{- define "transcendence.secret" -}}
- name: {{ index . 1 }}
  valueFrom:
    secretKeyRef: {name: {{ index . 0 }}, key: {{ index . 1 }}}
{{- end }}

{{/* What every application needs: who issues tokens, and where traces go. */}}
{{- define "transcendence.common" -}}
- name: OIDC_ISSUER
  value: {{ required "identity.issuer is required: the issuer in access tokens" .Values.identity.issuer | quote }}
{{- with .Values.identity.jwksUrl }}
- name: OIDC_JWKS_URL
  value: {{ . | quote }}
{{- end }}
- name: OIDC_CLOCK_SKEW
  value: {{ .Values.identity.clockSkew | quote }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .Values.traces.endpoint | quote }}
- name: TRACING_SAMPLING
  value: {{ .Values.traces.sampling | quote }}
{{- end }}

{{- define "transcendence.env" -}}
{{- range $name, $value := . }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
