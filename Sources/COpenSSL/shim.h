#ifndef UNDERSEAL_OPENSSL_H
#define UNDERSEAL_OPENSSL_H

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <stddef.h>
#include <stdint.h>

// An OSSL_PARAM keeps the pointer to its name. A string that Swift passes lives for one call only,
// so every parameter list is made here. All functions return 1 when done, like OpenSSL's own.

/// HKDF (RFC 5869) with SHA-256. `kdf` is a fetched "HKDF".
static inline int underseal_hkdf_sha256(EVP_KDF *kdf, const void *key, size_t key_count,
                                        const void *salt, size_t salt_count, const void *info,
                                        size_t info_count, unsigned char *out, size_t count) {
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(kdf);
  if (context == NULL) return 0;
  OSSL_PARAM params[5];
  int n = 0;
  params[n++] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA256", 0);
  params[n++] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)key, key_count);
  if (salt_count > 0)
    params[n++] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_count);
  if (info_count > 0)
    params[n++] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_count);
  params[n] = OSSL_PARAM_construct_end();
  int done = EVP_KDF_derive(context, out, count, params);
  EVP_KDF_CTX_free(context);
  return done;
}

/// scrypt (RFC 7914). `kdf` is a fetched "SCRYPT"; more memory than `limit` bytes is not used.
static inline int underseal_scrypt(EVP_KDF *kdf, const void *passphrase, size_t passphrase_count,
                                   const void *salt, size_t salt_count, uint64_t n_cost,
                                   uint32_t r_cost, uint32_t p_cost, uint64_t limit,
                                   unsigned char *out, size_t count) {
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(kdf);
  if (context == NULL) return 0;
  OSSL_PARAM params[] = {
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, (void *)passphrase,
                                        passphrase_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_count),
      OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n_cost),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r_cost),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p_cost),
      OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &limit),
      OSSL_PARAM_construct_end()};
  int done = EVP_KDF_derive(context, out, count, params);
  EVP_KDF_CTX_free(context);
  return done;
}

/// Keys an HMAC context for SHA-256.
static inline int underseal_hmac_sha256_start(EVP_MAC_CTX *context, const void *key, size_t count) {
  static const unsigned char none = 0;
  OSSL_PARAM params[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_end()};
  // A key that is not there would mean "the key of before".
  return EVP_MAC_init(context, count > 0 ? (const unsigned char *)key : &none, count, params);
}

/// Macros that Swift does not see.
static inline void *underseal_secure_alloc(size_t count) {
  return OPENSSL_secure_malloc(count);
}
static inline void underseal_secure_free(void *bytes, size_t count) {
  OPENSSL_secure_clear_free(bytes, count);
}

#endif
